using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wfbss.Reports.Client.Tests.Support;

namespace Wfbss.Reports.Client.Tests.Model;

public sealed class CustomerIdTests
{
    [Theory]
    [InlineData("640fe47f-5118-4d79-8221-a35d0de2ee2c")]
    [InlineData("640FE47F-5118-4D79-8221-A35D0DE2EE2C")]
    [InlineData("640FE47F51184D798221A35D0DE2EE2C")]
    [InlineData("{640fe47f-5118-4d79-8221-a35d0de2ee2c}")]
    [InlineData("(640fe47f-5118-4d79-8221-a35d0de2ee2c)")]
    [InlineData("{0x640fe47f,0x5118,0x4d79,{0x82,0x21,0xa3,0x5d,0x0d,0xe2,0xee,0x2c}}")]
    [InlineData("urn:uuid:640fe47f-5118-4d79-8221-a35d0de2ee2c")]
    [InlineData("URN:UUID:640FE47F-5118-4D79-8221-A35D0DE2EE2C")]
    [InlineData("  640fe47f-5118-4d79-8221-a35d0de2ee2c\t\r\n")]
    public void Every_common_form_is_read_and_written_as_the_service_writes_it(string text)
    {
        Assert.True(CustomerId.TryParse(text, out var id));
        Assert.Equal("640FE47F-5118-4D79-8221-A35D0DE2EE2C", id.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX")]
    [InlineData("640FE47F-5118-4D79-8221-A35D0DE2EE2")]
    [InlineData("640FE47F-5118-4D79-8221-A35D0DE2EE2C0")]
    [InlineData("640FE47F-5118-4D79-8221-A35D0DE2EE2C,549390C2-61B3-417E-B1F0-8955A63C08F3")]
    [InlineData("urn:uuid:")]
    [InlineData("42")]
    public void What_is_no_guid_is_refused(string? text)
    {
        Assert.False(CustomerId.TryParse(text, out var id));
        Assert.Equal(default, id);
    }

    [Theory]
    [InlineData("D")]
    [InlineData("N")]
    [InlineData("B")]
    [InlineData("P")]
    [InlineData("X")]
    public void The_empty_guid_is_nobodys_id(string format) =>
        Assert.False(CustomerId.TryParse(Guid.Empty.ToString(format), out _));

    [Property(MaxTest = 500)]
    public Property Any_guid_round_trips_from_any_form() => Prop.ForAll(
        Forms().ToArbitrary(),
        form =>
        {
            Assert.True(CustomerId.TryParse(form.Text, out var id), form.Text);
            Assert.Equal(form.Guid, id.Value);
            Assert.Equal(form.Guid.ToString("D").ToUpperInvariant(), id.ToString());
        });

    [Property]
    public void Text_that_is_no_guid_is_refused(AnyText text) =>
        Assert.Equal(
            Guid.TryParse(text.Value, out var guid) && guid != Guid.Empty,
            CustomerId.TryParse(text.Value, out _));

    [Property]
    public Property An_id_with_one_character_changed_to_something_else_is_refused() => Prop.ForAll(
        (from guid in ArbMap.Default.GeneratorFor<Guid>()
         from at in Gen.Choose(0, 35)
         from character in Gen.Elements('g', 'Z', '_', '.', ',', '%', 'é', '０')
         let text = guid.ToString("D")
         select text.Remove(at, 1).Insert(at, character.ToString())).ToArbitrary(),
        text => Assert.False(CustomerId.TryParse(text, out _), text));

    [Fact]
    public void Ids_are_equal_whatever_form_they_came_in()
    {
        Assert.True(CustomerId.TryParse("{640fe47f-5118-4d79-8221-a35d0de2ee2c}", out var one));
        Assert.True(CustomerId.TryParse("640FE47F51184D798221A35D0DE2EE2C", out var other));
        Assert.Equal(one, other);
    }

    private static Gen<(Guid Guid, string Text)> Forms() =>
        from guid in ArbMap.Default.GeneratorFor<Guid>().Where(g => g != Guid.Empty)
        from format in Gen.Elements("D", "N", "B", "P", "X", "urn")
        from isUpper in Gen.Elements(true, false).ArrayOf(80)
        from before in Gen.Elements("", " ", "\t ", "\r\n")
        from after in Gen.Elements("", " ", "\t ", "\r\n")
        let text = format == "urn" ? $"urn:uuid:{guid:D}" : guid.ToString(format)
        let cased = string.Concat(text.Select((c, i) => isUpper[i % 80] ? char.ToUpperInvariant(c) : c))
        select (guid, before + cased + after);
}
