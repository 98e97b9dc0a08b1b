using System.Collections;
using System.Data;
using System.Globalization;
using System.Management.Automation;
using System.Text.Json;
using System.Xml;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>
/// The members of an object that stands for a thing with properties, whatever made it: a row, a dictionary, an XML element,
/// a data row, an object of a JSON library, or one that has been through a file. Names are compared without regard to case.
/// </summary>
internal sealed class ObjectMembers
{
    private readonly Func<string, object?> _value;
    private readonly Func<IEnumerable<string>> _names;

    private ObjectMembers(Func<string, object?> value, Func<IEnumerable<string>> names)
    {
        _value = value;
        _names = names;
    }

    /// <summary>The names of all members.</summary>
    public IEnumerable<string> Names => _names();

    /// <summary>The members of an object; <see langword="null"/> for what is one value, such as a text or a number.</summary>
    public static ObjectMembers? Of(object? input) => Unwrap(input) switch
    {
        null or string or char or Guid or DateTime or DateTimeOffset or TimeSpan or Enum or decimal => null,
        { } bare when bare.GetType().IsPrimitive => null,
        IDictionary dictionary => OfDictionary(dictionary),
        JsonElement { ValueKind: JsonValueKind.Object } json => OfJson(json),
        JsonElement => null,
        JsonDocument document => Of(document.RootElement),
        { } bare when StringKeyed(bare) is { } pairs => OfPairs(pairs),
        _ => OfProperties(PSObject.AsPSObject(input)),
    };

    /// <summary>The object inside PowerShell's wrapper; objects that are nothing but properties stay as they are.</summary>
    public static object? Unwrap(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    /// <summary>
    /// The members of a list, where PowerShell takes the object apart in a pipeline; <see langword="null"/> where it is one
    /// thing.
    /// </summary>
    public static IEnumerable? ItemsOf(object? input) => Unwrap(input) switch
    {
        JsonElement { ValueKind: JsonValueKind.Array } json => json.EnumerateArray(),
        { } bare when StringKeyed(bare) is null && !IsPair(bare) => LanguagePrimitives.GetEnumerable(bare),
        _ => null,
    };

    /// <summary>A value as text; <see langword="null"/> for nothing, for an empty text and for a null of a database.</summary>
    public static string? TextOf(object? value) => Unwrap(value) switch
    {
        null or DBNull => null,
        XmlNode xml => xml.InnerText is { Length: > 0 } text ? text : null,
        var bare => Convert.ToString(bare, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null,
    };

    /// <summary>The value of a member; <see langword="null"/> if there is none, or it cannot be read.</summary>
    public object? Value(string name) => _value(name);

    /// <summary>The value of a member as text; <see langword="null"/> if there is none, or it is empty.</summary>
    public string? Text(string name) => TextOf(_value(name));

    /// <summary>Whether there is a member of that name.</summary>
    public bool Has(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static ObjectMembers OfDictionary(IDictionary dictionary) => OfPairs(
        dictionary.Cast<DictionaryEntry>().Select(entry => new KeyValuePair<string, object?>($"{entry.Key}", entry.Value)));

    private static ObjectMembers OfJson(JsonElement json) => OfPairs(
        json.EnumerateObject().Select(member => new KeyValuePair<string, object?>(member.Name, JsonObjects.ToPowerShell(member.Value))));

    private static ObjectMembers OfPairs(IEnumerable<KeyValuePair<string, object?>> pairs)
    {
        KeyValuePair<string, object?>[] members = [.. pairs];
        return new ObjectMembers(
            name => Array.Find(members, member => string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase)).Value,
            () => members.Select(member => member.Key));
    }

    private static ObjectMembers OfProperties(PSObject bag) => new(
        name => Read(bag.Properties[name]),
        () => bag.Properties.Where(IsData).Select(property => property.Name));

    // A property of the user's own object may throw. Then it tells nothing; it must not end the run.
    private static object? Read(PSPropertyInfo? property)
    {
        try
        {
            return property?.Value;
        }
        catch (RuntimeException)
        {
            return null;
        }
    }

    // What the framework gives a data row beside its columns is not data.
    private static bool IsData(PSPropertyInfo property) =>
        property.Name is not (nameof(DataRow.RowError) or nameof(DataRow.RowState) or nameof(DataRow.Table) or nameof(DataRow.ItemArray) or nameof(DataRow.HasErrors));

    // Dynamic objects and those of JSON libraries are dictionaries by text, which PowerShell does not know of.
    private static IEnumerable<KeyValuePair<string, object?>>? StringKeyed(object value)
    {
        if (value is not IEnumerable || value is string || Array.Find(value.GetType().GetInterfaces(), IsStringKeyed) is not { } face)
        {
            return null;
        }

        var keys = (IEnumerable<string>)face.GetProperty("Keys")!.GetValue(value)!;
        return keys.Select(key => new KeyValuePair<string, object?>(key, face.GetProperty("Item")!.GetValue(value, [key])));
    }

    private static bool IsStringKeyed(Type face) =>
        face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IDictionary<,>) && face.GetGenericArguments()[0] == typeof(string);

    // One member of an object that was taken apart is one thing, even where its value is a list.
    private static bool IsPair(object value) =>
        value is DictionaryEntry || value.GetType().Name is "JProperty";
}
