using System.Globalization;

namespace Wfbss.Reports.Sandbox.Customers;

/// <summary>Unique company names: common ones in quantity, and the awkward ones that real customers have.</summary>
internal sealed class CompanyNames
{
    // A stride that shares no factor with the number of combinations visits each of them once.
    private const int Stride = 24_799;

    private static readonly string[] Founders =
    [
        "Adler", "Becker", "Blackwood", "Carver", "Chandler", "Dubois", "Eriksson", "Ferrari", "Fischer", "Fletcher",
        "García", "Grünwald", "Hartmann", "Holloway", "Ivanova", "Jensen", "Kaplan", "Keller", "Kowalski", "Lambert",
        "Lindqvist", "Mason", "Meyer", "Moreau", "Nakamura", "Novák", "O’Brien", "Okafor", "Olsen", "Pereira",
        "Quinn", "Rossi", "Schäfer", "Silva", "Sørensen", "Tanaka", "Thatcher", "Ueda", "Vogel", "Weber",
        "Whitmore", "Xavier", "Yıldız", "Zimmermann",
    ];

    private static readonly string[] Trades =
    [
        "Accounting", "Architecture", "Automotive", "Bakery", "Catering", "Ceramics", "Construction", "Dental Care",
        "Design", "Electrical", "Engineering", "Events", "Finance", "Flooring", "Foods", "Freight", "Gardens", "Glass",
        "Insurance", "Joinery", "Law", "Logistics", "Marine", "Media", "Metalworks", "Optics", "Packaging", "Pharmacy",
        "Plumbing", "Printing", "Property", "Roofing", "Security", "Textiles", "Tooling", "Travel", "Veterinary",
        "Wines",
    ];

    private static readonly string[] Forms =
    [
        "AB", "AG", "ApS", "B.V.", "Co.", "Corp.", "GmbH", "Group", "Holdings", "Inc.", "KG", "Ltd", "LLC", "Oy",
        "Partners", "plc", "Pty Ltd", "S.A.", "S.r.l.", "SARL", "Sp. z o.o.", "SE", "LLP", "eG",
    ];

    private static readonly string[] Awkward =
    [
        "Müller & Söhne GmbH",
        "D'Angelo's Café",
        "The \"Old Mill\" Inn",
        "株式会社サンプル（東京支店）",
        "<Bold> & \"Brave\" Ltd",
        "Smith, Jones & Partners",
        "Čeněk Říha – účetnictví",
        "100% Fresh Foods + Co.",
    ];

    private readonly int _offset;
    private readonly string[] _awkward;

    public CompanyNames(Random random)
    {
        _offset = random.Next(Combinations);
        _awkward = (string[])Awkward.Clone();
        random.Shuffle(_awkward);
    }

    private static int Combinations => Founders.Length * Trades.Length * Forms.Length;

    /// <summary>The name at this place of the listing. Every third of the first places has an awkward one.</summary>
    public string At(int index)
    {
        if (index % 3 == 1 && index / 3 < _awkward.Length)
        {
            return _awkward[index / 3];
        }

        var round = index / Combinations;
        var place = (int)((_offset + ((long)index * Stride)) % Combinations);
        var founder = Founders[place % Founders.Length];
        var trade = Trades[place / Founders.Length % Trades.Length];
        var form = Forms[place / (Founders.Length * Trades.Length)];
        return round == 0
            ? $"{founder} {trade} {form}"
            : string.Create(CultureInfo.InvariantCulture, $"{founder} {trade} {form} ({round + 1})");
    }
}
