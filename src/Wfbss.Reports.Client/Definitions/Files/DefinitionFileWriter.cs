using System.Text.Json;

namespace Wfbss.Reports.Definitions.Files;

/// <summary>Writes a definition as a file has it. What has its default value and says nothing is left out.</summary>
internal static class DefinitionFileWriter
{
    public static void Write(Utf8JsonWriter json, ReportDefinition definition)
    {
        json.WriteStartObject();
        json.WriteString(DefinitionMember.Name, definition.Name);
        json.WriteBoolean(DefinitionMember.Enabled, definition.Enabled);
        WriteSchedule(json, definition.Schedule);
        WriteList(json, DefinitionMember.Contents, definition.Contents, content => json.WriteStringValue(content.Name));
        if (definition.SendEmail != definition.Recipients.Count > 0)
        {
            json.WriteBoolean(DefinitionMember.Email, definition.SendEmail);
        }

        if (definition.Recipients.Count > 0)
        {
            WriteList(json, DefinitionMember.Recipients, definition.Recipients, json.WriteStringValue);
        }

        if (definition.GroupIds.Count > 0)
        {
            WriteList(json, DefinitionMember.GroupIds, definition.GroupIds, json.WriteNumberValue);
        }

        json.WriteEndObject();
    }

    private static void WriteSchedule(Utf8JsonWriter json, ReportSchedule schedule)
    {
        json.WriteStartObject(DefinitionMember.Schedule);
        if (schedule.DayOfWeek is { } weekday)
        {
            json.WriteString(DefinitionMember.Weekly, weekday.ToString());
        }

        if (schedule.DayOfMonth is { } date)
        {
            json.WriteNumber(DefinitionMember.Monthly, date);
        }

        json.WriteString(DefinitionMember.At, TimeOfDay.Write(schedule.At));
        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
