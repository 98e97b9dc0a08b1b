namespace Wfbss.Reports.ModuleTests.Inputs;

/// <summary>One input of a parameter, and what must become of it.</summary>
/// <param name="Input">The input, as an expression.</param>
/// <param name="Meant">What must be true of the bound <c>$value</c>; <see langword="null"/> if the input is refused.</param>
/// <param name="Named">What the refusal names.</param>
internal sealed record KindCase(string Input, string? Meant, string Named = "")
{
    public static KindCase Taken(string input, string meant) => new(input, meant);

    public static KindCase Refused(string input, string named) => new(input, Meant: null, named);
}

/// <summary>
/// The kinds of parameters that the module has. For each: what the engine would convert on its own to something that nobody
/// meant, and what must become of it.
/// </summary>
internal static class ParameterKinds
{
    private static readonly KindCase[] WholeNumber =
    [
        KindCase.Taken("7", "($value -join ' ') -ceq '7'"),
        KindCase.Taken("' 7 '", "($value -join ' ') -ceq '7'"),
        KindCase.Taken("7.0", "($value -join ' ') -ceq '7'"),
        KindCase.Taken(", 7", "($value -join ' ') -ceq '7'"),
        KindCase.Refused("'1,3'", "1,3"),
        KindCase.Refused("'1 000'", "1 000"),
        KindCase.Refused("'0x10'", "0x10"),
        KindCase.Refused("2.5", "2.5"),
        KindCase.Refused("'2.5'", "2.5"),
        KindCase.Refused("$true", "True"),
        KindCase.Refused("'7min'", "7min"),
    ];

    private static readonly KindCase[] Text =
    [
        KindCase.Taken("'v1'", "($value -join ' ') -ceq 'v1'"),
        KindCase.Taken(", 'v1'", "($value -join ' ') -ceq 'v1'"),
        KindCase.Refused("'v1', 'v2'", "v1, v2"),
        KindCase.Refused("@{ v1 = 2 }", "Hashtable"),
        KindCase.Refused("([pscustomobject]@{ Kunde = 'v1' })", "Kunde=v1"),
        KindCase.Refused("{ $_.Kunde }", "$_.Kunde"),
        KindCase.Refused("$null", ""),
        KindCase.Refused("@()", ""),
    ];

    private static readonly KindCase[] Definitions =
    [
        KindCase.Taken("$definition", "$value.Name -eq 'x'"),
        KindCase.Taken("$thawed", "$value.Name -eq 'x'"),
        KindCase.Refused("'x'", "'x' is not a report definition"),
        KindCase.Refused("7", "'7' is not a report definition"),
        KindCase.Refused("@{ Name = 'x' }", "Hashtable"),
    ];

    private static readonly KindCase[] Key =
    [
        KindCase.Refused("7", "7"),
        KindCase.Refused("$true", "True"),
        KindCase.Refused("1, 2", "System.Object[]"),
    ];

    private static readonly Dictionary<string, KindCase[]> ByType = new()
    {
        ["Int32"] = [.. WholeNumber, KindCase.Refused("1, 2", "1, 2")],
        ["Int32[]"] =
        [
            .. WholeNumber,
            KindCase.Taken("1, '2'", "$value.Count -eq 2 -and $value[1] -eq 2"),
            KindCase.Taken("1, @(2, 3)", "$value.Count -eq 3"),
            KindCase.Refused("1, '2,3'", "2,3"),
        ],
        ["Nullable TimeSpan"] =
        [
            KindCase.Taken("'02:45:00'", "$value -eq [timespan]::FromMinutes(165)"),
            KindCase.Taken("'02:45'", "$value -eq [timespan]::FromMinutes(165)"),
            KindCase.Taken("'24:00:00'", "$value -eq [timespan]::FromDays(1)"),
            KindCase.Taken("'1.02:00:00'", "$value -eq [timespan]::FromHours(26)"),
            KindCase.Taken("([timespan]::FromHours(2))", "$value -eq [timespan]::FromHours(2)"),
            KindCase.Taken("$null", "$null -eq $value"),
            KindCase.Refused("600", "'600' is not a duration"),
            KindCase.Refused("'600'", "'600' is not a duration"),
            KindCase.Refused("1.5", "'1.5' is not a duration"),
            KindCase.Refused("'2h'", "'2h' is not a duration"),
            KindCase.Refused("'1.24:00:00'", "'1.24:00:00' is not a duration"),
            KindCase.Refused("$true", "'True' is not a duration"),
            KindCase.Refused("'1:00', '2:00'", "1:00, 2:00"),
        ],
        ["TimeSpan"] =
        [
            KindCase.Taken("'14:00'", "$value -eq [timespan]::FromHours(14)"),
            KindCase.Taken("14", "$value -eq [timespan]::FromHours(14)"),
            KindCase.Refused("600", "'600' is not a time of day"),
            KindCase.Refused("1.5", "'1.5' is not a time of day"),
            KindCase.Refused("$true", "'True' is not a time of day"),
            KindCase.Refused("'1:00', '2:00'", "1:00, 2:00"),
        ],
        ["DayOfWeek"] =
        [
            KindCase.Taken("'monday'", "$value -eq 'Monday'"),
            KindCase.Refused("'Monday', 'Tuesday'", "Monday, Tuesday"),
            KindCase.Refused("'Monday,Tuesday'", "Monday,Tuesday"),
            KindCase.Refused("1.5", "1.5"),
            KindCase.Refused("$true", "True"),
            KindCase.Refused("''", "''"),
        ],
        ["Boolean"] =
        [
            KindCase.Taken("$false", "-not $value"),
            KindCase.Taken("'False'", "-not $value"),
            KindCase.Taken("0", "-not $value"),
            KindCase.Refused("2", "'2' is neither"),
            KindCase.Refused("'no'", "'no' is neither"),
            KindCase.Refused("$true, $false", "True, False"),
        ],
        ["SwitchParameter"] =
        [
            KindCase.Taken("$true", "$value.IsPresent"),
            KindCase.Taken("$false", "-not $value"),
            KindCase.Taken("$null", "-not $value.IsPresent"),
            KindCase.Refused("'False'", "SwitchParameter"),
            KindCase.Refused("$true, $false", "System.Object[]"),
        ],
        ["String"] = Text,
        ["String[]"] =
        [
            .. Text.Where(text => text.Named != "v1, v2"),
            KindCase.Taken("'v1', @('v2', 'v3')", "$value.Count -eq 3 -and $value[2] -ceq 'v3'"),
            KindCase.Refused("'v1', @{ v1 = 2 }", "Hashtable"),
            KindCase.Refused("'v1', $null", ""),
        ],
        ["ReportContent[]"] =
        [
            KindCase.Taken("'VirusSummary', @(101)", "$value.Count -eq 2 -and $value[1].Number -eq 101"),
            KindCase.Refused("'100,101'", "100,101"),
            KindCase.Refused("100.5", "100.5"),
            KindCase.Refused("$true", "True"),
        ],
        ["CustomerReference[]"] =
        [
            KindCase.Taken("'a', @('b', 7), $true", "($value.Text -join ' ') -ceq 'a b 7 True'"),
            KindCase.Taken("$null", "$value.Count -eq 1 -and $value[0].Text -eq ''"),
            KindCase.Taken("@()", "$value.Count -eq 0"),
        ],
        ["ReportDefinition"] = [.. Definitions, KindCase.Refused("$definition, $thawed", "There are 2 definitions")],
        ["ReportDefinition[]"] = [.. Definitions, KindCase.Taken("$definition, @($thawed)", "$value.Count -eq 2")],
        ["ScheduledReportResult[]"] =
        [
            KindCase.Taken("([pscustomobject]@{ CustomerId = 'a'; ReportName = 'b'; Status = 'Done' })", "$value[0].Status -eq 'Done'"),
            KindCase.Refused("'Done'", "'Done' is not a result"),
            KindCase.Refused("7", "'7' is not a result"),
        ],
        ["WfbssSession"] = [.. Key, KindCase.Refused("'x'", "x")],
        ["SecureString"] = [.. Key.Select(key => key with { Named = "SecretKey" }), KindCase.Refused("'x'", "SecretKey")],
        // A user name is asked for its password, by the engine's own attribute.
        ["PSCredential"] = [KindCase.Refused("1, 2", "")],
        // What is not an absolute address is refused by the rule of addresses, which the cmdlet asks.
        ["Uri"] =
        [
            KindCase.Taken("'https://example.com'", "$value.Host -eq 'example.com'"),
            KindCase.Refused("'https://example.com', 'https://example.org'", "System.Object[]"),
            KindCase.Refused("$true", "True"),
            KindCase.Refused("$null", ""),
        ],
        ["IDictionary"] =
        [
            KindCase.Taken("@{ a = 1 }", "$value.a -eq 1"),
            KindCase.Refused("'a=1'", "a=1"),
            KindCase.Refused("@{ a = 1 }, @{ b = 1 }", "System.Object[]"),
        ],
        ["Object"] = [KindCase.Taken("@{ a = 1 }", "$value.a -eq 1"), KindCase.Taken("'{}'", "$value -ceq '{}'")],
        ["Object[]"] = [KindCase.Taken("@{ a = 1 }", "$value[0].a -eq 1"), KindCase.Taken("1, 2", "$value.Count -eq 2")],
    };

    private static readonly KindCase[] Recipients =
    [
        KindCase.Taken("'a@example.com', @('b@example.com')", "$value.Count -eq 2"),
        KindCase.Refused("@{ a = 1 }", "is not an e-mail address"),
        KindCase.Refused("7", "'7' is not an e-mail address"),
        KindCase.Refused("$true", "'True' is not an e-mail address"),
    ];

    /// <summary>The inputs for a parameter; <see langword="null"/> if its kind is not known.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="type">Its type.</param>
    /// <param name="isPiped">Whether it takes objects of a pipeline, which may be meant for another parameter.</param>
    public static IReadOnlyList<KindCase>? CasesOf(string parameter, Type type, bool isPiped)
    {
        var kind = Nullable.GetUnderlyingType(type) is { } inner ? $"Nullable {inner.Name}" : type.Name;
        return parameter switch
        {
            "Recipient" => Recipients,
            "Path" when isPiped => [.. ByType[kind].Where(text => text.Named != "Kunde=v1")],
            "Method" => [KindCase.Taken("'post'", "$value -eq 'POST'"), .. Text.Where(text => text.Meant is null)],
            // A secret may be in its place, so the refusal does not show it.
            "AccessToken" => [.. Text.Select(text => text.Meant is null ? text with { Named = "is not one text" } : text)],
            _ => ByType.GetValueOrDefault(kind),
        };
    }
}
