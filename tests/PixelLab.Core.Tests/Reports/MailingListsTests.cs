using PixelLab.Core.Events;
using PixelLab.Core.Readings;
using PixelLab.Core.Reports;
using PixelLab.Core.Town;
using PixelLab.Core.Town.Mail;

namespace PixelLab.Core.Tests.Reports;

public sealed class MailingListsTests
{
    private static readonly Persona Reader = Personas.All[0];

    [Fact]
    public void Whoever_did_nothing_may_be_written_to_but_has_not_signed_up()
    {
        var lists = Read(Sent("sale", "m1"));

        Assert.True(lists.MaySend(Reader, Mailings.Find("sale")!));
        Assert.False(lists.HasSignedUp(Reader, "shop"));
    }

    [Fact]
    public void Whoever_leaves_by_one_message_gets_no_advertising_of_that_site_any_more_and_still_that_of_others()
    {
        var lists = Read(Sent("sale", "m1"), Left("m1"));

        Assert.False(lists.MaySend(Reader, Mailings.Find("sale")!));
        Assert.False(lists.MaySend(Reader, Mailings.Welcome("shop")!));
        Assert.True(lists.MaySend(Reader, Mailings.Find("followup")!));
        Assert.True(lists.MaySend(Reader, Mailings.Find("newsletter")!));
        Assert.True(lists.MaySend(Personas.All[1], Mailings.Find("sale")!));
    }

    [Fact]
    public void A_new_sign_up_undoes_having_left()
    {
        var lists = Read(SignedUp(), Sent("sale", "m1"), Left("m1"), SignedUp());

        Assert.True(lists.HasSignedUp(Reader, "shop"));
        Assert.True(lists.MaySend(Reader, Mailings.Find("sale")!));
    }

    [Fact]
    public void Leaving_by_a_message_that_was_never_sent_changes_nothing() =>
        Assert.False(Read(SignedUp(), Left("m1")).HasLeft(Reader, "shop"));

    private static MailingLists Read(params LabEvent[] events) => new MailingLists().AddAll(events);

    private static MailSent Sent(string campaign, string mail) =>
        new() { At = BuiltHit.Noon, Mail = mail, Campaign = campaign, Subject = "", Person = Reader.Key };

    private static MailHandled Left(string mail) => new() { At = BuiltHit.Noon, Mail = mail, What = "unsubscribed", Client = "" };

    private static AccountUsed SignedUp() => new() { At = BuiltHit.Noon, Site = "shop", Person = Reader.Key, Action = "sign_up" };
}
