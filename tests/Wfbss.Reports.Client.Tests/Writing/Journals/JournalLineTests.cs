using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Client.Tests.Writing.Journals;

public sealed class JournalLineTests
{
    [Property(MaxTest = 300)]
    public Property Any_record_reads_back_as_it_was_written() => Prop.ForAll(
        Records().ToArbitrary(),
        record =>
        {
            var line = JournalLine.Write(record, JournalLine.FirstSum, out var sum);
            var read = JournalLine.Read(line, JournalLine.FirstSum, out var sumRead);

            Assert.DoesNotContain(line, char.IsControl);
            Assert.Equal(sum, sumRead);
            Assert.Equal(record.CustomerIds, read?.CustomerIds);
            Assert.Equal(record with { CustomerIds = [] }, read! with { CustomerIds = [] });
        });

    [Property]
    public Property A_line_follows_only_the_line_it_was_written_after() => Prop.ForAll(
        (from record in Records()
         from before in Gen.Choose(0, int.MaxValue)
         from other in Gen.Choose(0, int.MaxValue)
         select (record, before: $"{before:x16}", other: $"{other:x16}")).ToArbitrary(),
        sample =>
        {
            var line = JournalLine.Write(sample.record, sample.before, out _);
            Assert.NotNull(JournalLine.Read(line, sample.before, out _));
            Assert.Equal(sample.before == sample.other, JournalLine.Read(line, sample.other, out _) is not null);
        });

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("text")]
    [InlineData(",\"sum\":\"")]
    [InlineData(",\"sum\":\"0000000000000000\"}")]
    [InlineData("{\"kind\":\"Run\"}")]
    public void What_is_no_line_is_none(string text) => Assert.Null(JournalLine.Read(text, JournalLine.FirstSum, out _));

    [Fact]
    public void The_time_is_in_utc_to_the_tick()
    {
        var record = new JournalRecord { Kind = JournalRecordKind.Run, At = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)).AddTicks(6) };
        Assert.StartsWith(
            """{"kind":"Run","at":"2026-01-02T01:04:05.0000006Z",""",
            JournalLine.Write(record, JournalLine.FirstSum, out _),
            StringComparison.Ordinal);
    }

    private static Gen<JournalRecord> Records() =>
        from kind in Gen.Elements(Enum.GetValues<JournalRecordKind>())
        from at in ArbMap.Default.GeneratorFor<DateTime>()
        from count in Gen.Choose(0, 10)
        from texts in Text().ArrayOf(9)
        from numbers in ArbMap.Default.GeneratorFor<int?>().ArrayOf(2)
        from flags in Gen.Elements<bool?>(true, null).ArrayOf(2)
        select new JournalRecord
        {
            Kind = kind,
            At = new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)),
            Format = texts[0],
            ReportName = texts[1],
            Definition = texts[2],
            Service = texts[3],
            CustomerIds = [.. Ids.UpTo(count).Select(id => id.ToString())],
            Status = texts[4],
            Message = texts[5],
            TraceId = texts[6],
            Command = texts[7],
            Write = texts[8],
            ReportId = numbers[0],
            Attempts = numbers[1],
            ConfirmedByReadBack = flags[0],
            IsVisible = flags[1] is true ? false : null,
        };

    // An empty text is not written: it means the same as none.
    private static Gen<string?> Text() =>
        Generators.Texts().Generator.Select(text => text.Value.Length == 0 ? null : text.Value);
}
