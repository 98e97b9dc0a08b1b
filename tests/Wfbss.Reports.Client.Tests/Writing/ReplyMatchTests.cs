using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Client.Tests.Writing;

public sealed class ReplyMatchTests
{
    private static readonly CustomerId[] Asked = Ids.UpTo(3);

    [Fact]
    public void The_examples_of_the_specification_are_matched()
    {
        Assert.True(CustomerId.TryParse("640FE47F-5118-4D79-8221-A35D0DE2EE2C", out var one));
        Assert.True(CustomerId.TryParse("549390C2-61B3-417E-B1F0-8955A63C08F3", out var two));

        Assert.Equal(new ItemOutcome("Done", "", 2), new ReplyMatch([one], JsonText.Parse(Specification.Examples[2])).ElementOf(one)?.ToOutcome());
        foreach (var example in Specification.Examples.Skip(3))
        {
            // The third call named an id that is nobody's, too: it is left out.
            var match = new ReplyMatch([one, two, Ids.Of(1)], JsonText.Parse(example));
            Assert.Equal([2, 1], new[] { one, two }.Select(id => match.ElementOf(id)?.ReportId));
            Assert.Null(match.ElementOf(Ids.Of(1)));
            Assert.False(match.IsDoubtful(Ids.Of(1)));
        }
    }

    [Property(MaxTest = 300)]
    public Property Elements_are_matched_in_any_order_case_and_form_and_what_is_missing_is_missing() => Prop.ForAll(
        (from count in Gen.Choose(1, 10)
         from returned in Gen.Elements(true, false).ArrayOf(10)
         from form in Gen.Elements("D", "N", "B", "P")
         from isUpper in Gen.Elements(true, false)
         from order in Gen.Shuffle(Enumerable.Range(1, count).ToArray())
         select (count, returned, form, isUpper, order)).ToArbitrary(),
        sample =>
        {
            string Written(int number)
            {
                var text = Ids.Of(number).Value.ToString(sample.form);
                return sample.isUpper ? text.ToUpperInvariant() : text;
            }

            var elements = sample.order.Where(n => sample.returned[n - 1]).Select(n => Replies.Element(Written(n), reportId: n));
            var match = new ReplyMatch(Ids.UpTo(sample.count), JsonText.Parse(Replies.Of(elements)));
            foreach (var number in sample.order)
            {
                Assert.Equal(sample.returned[number - 1] ? number : null, match.ElementOf(Ids.Of(number))?.ReportId);
                Assert.False(match.IsDoubtful(Ids.Of(number)));
            }
        });

    [Property(MaxTest = 300)]
    public Property A_muddled_reply_makes_what_is_missing_doubtful_and_takes_nothing_from_what_is_there() => Prop.ForAll(
        (from muddle in Gen.Elements(
             Replies.Element(Ids.Of(99)),
             Replies.Element("nobody"),
             Replies.Element(Ids.Of(2), result: ""),
             Replies.Element(Ids.Of(1)),
             "{}",
             "null",
             "17",
             """{"result":"Done"}""")
         from elements in Gen.Shuffle([Replies.Element(Ids.Of(1)), muddle])
         select elements).ToArbitrary(),
        elements =>
        {
            var match = new ReplyMatch(Asked, JsonText.Parse(Replies.Of(elements)));
            Assert.Equal("Done", match.ElementOf(Ids.Of(1))?.Result);
            Assert.False(match.IsDoubtful(Ids.Of(1)));
            Assert.All(Asked.Skip(1), id => Assert.Null(match.ElementOf(id)));
            Assert.All(Asked.Skip(1), id => Assert.True(match.IsDoubtful(id)));
        });

    [Theory]
    [InlineData("Done", 1, "", "SpecError", 1, "")]
    [InlineData("Done", 1, "", "Done", 2, "")]
    [InlineData("InternalError", 1, "a", "InternalError", 1, "b")]
    public void A_reply_that_contradicts_itself_about_a_customer_says_nothing_about_it(
        string result, int reportId, string message, string otherResult, int otherReportId, string otherMessage)
    {
        var match = new ReplyMatch(Asked, JsonText.Parse(Replies.Of(
        [
            Replies.Element(Ids.Of(1), result, reportId, message),
            Replies.Element(Ids.Of(2)),
            Replies.Element(Ids.Of(1), otherResult, otherReportId, otherMessage),
            Replies.Element(Ids.Of(1), result, reportId, message),
        ])));

        Assert.Null(match.ElementOf(Ids.Of(1)));
        Assert.True(match.IsDoubtful(Ids.Of(1)));
        Assert.Equal("Done", match.ElementOf(Ids.Of(2))?.Result);
    }

    [Fact]
    public void A_customer_that_is_named_twice_with_the_same_words_has_them()
    {
        var match = new ReplyMatch(Asked, JsonText.Parse(Replies.Of(
            [Replies.Element(Ids.Of(1), "DONE"), Replies.Element(Ids.Of(1).Value.ToString("N"), "Done")])));
        Assert.Equal("Done", match.ElementOf(Ids.Of(1))?.Result);
    }

    [Fact]
    public void A_word_of_the_service_that_is_not_known_is_kept() =>
        Assert.Equal(
            new ItemOutcome("Quarantined", "see console"),
            new ReplyMatch(Asked, JsonText.Parse(Replies.Of([Replies.Element(Ids.Of(1), "Quarantined", 1, "see console")]))).ElementOf(Ids.Of(1))?.ToOutcome());

    [Fact]
    public void An_empty_reply_means_that_nobody_is_known()
    {
        var match = new ReplyMatch(Asked, JsonText.Parse(Replies.Of([])));
        Assert.All(Asked, id => Assert.Null(match.ElementOf(id)));
        Assert.All(Asked, id => Assert.False(match.IsDoubtful(id)));
    }
}
