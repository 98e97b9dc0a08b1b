using YamlDotNet.RepresentationModel;

namespace Wfbss.Reports.ModuleTests.Repository;

/// <summary>Reads YAML whose form is known.</summary>
internal static class Yaml
{
    /// <summary>A value; <see langword="null"/> if there is none.</summary>
    public static string? Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;

    /// <summary>The values under a key; <see langword="null"/> if there is no such key.</summary>
    public static IReadOnlyDictionary<string, string>? Texts(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var values)
            ? ((YamlMappingNode)values).Children.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.ToString())
            : null;
}
