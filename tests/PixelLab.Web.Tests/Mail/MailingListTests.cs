namespace PixelLab.Web.Tests.Mail;

/// <summary>How people come onto a list and off it, and what then still arrives.</summary>
public sealed class MailingListTests(SharedLab lab) : IClassFixture<SharedLab>
{
    [Fact]
    public async Task Many_first_openings_at_once_deliver_each_message_once()
    {
        var seat = await Seat.NewAsync(lab.Server);
        var inbox = new Uri(lab.Server.Url("mail", $"/~{seat.Name}/"));

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => lab.Server.Http.GetStringAsync(inbox)));

        Assert.Equal(["newsletter", "sale", "followup"], await CampaignsAsync(seat));
    }

    [Theory]
    [InlineData("shop", "/newsletter", "welcome-shop")]
    [InlineData("news", "/sign-up", "welcome-news")]
    public async Task A_sign_up_delivers_one_welcome_to_the_person_who_signed_up(string host, string path, string campaign)
    {
        var box = await Mailbox.OpenAsync(lab.Server, "direct");

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => box.PostAsync(host, path, ("person", "ines"))));
        await box.PostAsync(host, path, ("person", "Somebody Real"));

        var sent = (await box.Seat.EventsAsync("mail_sent")).Where(sent => sent.Text("campaign") == campaign);
        Assert.Equal("ines", Assert.Single(sent).Text("person"));
        Assert.Equal("ines", Assert.Single(await box.Seat.EventsAsync("account")).Text("person"));
    }

    [Fact]
    public async Task A_sign_up_before_the_inbox_is_opened_keeps_nothing_back_from_it()
    {
        var guest = await Rules.TownGuest.ArriveAsync(lab.Server);
        using var signUp = await guest.PostAsync("shop", "/newsletter", System.Net.HttpStatusCode.SeeOther, [("person", "wei")]);

        var inbox = await guest.OpenAsync("mail");

        Assert.Contains("Good to have you, Wei", inbox, StringComparison.Ordinal);
        Assert.Contains("Five things before the ferry, Mara", inbox, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_unsubscribes_gets_no_more_advertising_from_that_sender_and_the_inbox_says_so()
    {
        var box = await Mailbox.OpenAsync(lab.Server, "direct");
        var sale = await box.MessageAsync("sale");

        var done = await box.PostAsync("postbox", $"/u/{sale}", ("List-Unsubscribe", "One-Click"));
        Assert.Contains("Mara is off the list", done, StringComparison.Ordinal);
        Assert.Contains("may still come", done, StringComparison.Ordinal);

        await DeliverAsync(box, "sale", "mara");
        await DeliverAsync(box, "sale", "tomas");
        await DeliverAsync(box, "newsletter", "mara");
        await DeliverAsync(box, "followup", "mara");

        Assert.Equal(
            ["newsletter", "sale", "followup", "sale", "newsletter", "followup"], await CampaignsAsync(box.Seat));
        var inbox = await box.PageAsync("mail", "/?not=sale&for=mara");
        Assert.Contains("Mara Lindqvist has unsubscribed from Fernweh Outdoor", inbox, StringComparison.Ordinal);
        Assert.Contains("may still come", inbox, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_inbox_claims_no_unsubscribing_that_did_not_happen()
    {
        var box = await Mailbox.OpenAsync(lab.Server, "direct");

        Assert.DoesNotContain("unsubscribed", await box.PageAsync("mail", "/?not=sale&for=mara"), StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was sent", await box.PageAsync("mail", "/?not=%3Cb%3E&for=nobody"), StringComparison.Ordinal);
        Assert.Contains("Nothing has changed", await box.PostAsync("postbox", "/u/nosuchmessage"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_up_again_after_leaving_brings_the_welcome_and_the_offers_back()
    {
        var box = await Mailbox.OpenAsync(lab.Server, "direct");
        await box.PostAsync("postbox", $"/u/{await box.MessageAsync("sale")}");

        await box.PostAsync("shop", "/newsletter", ("person", "mara"));
        await DeliverAsync(box, "sale", "mara");

        Assert.Equal(["newsletter", "sale", "followup", "welcome-shop", "sale"], await CampaignsAsync(box.Seat));
    }

    private static Task<string> DeliverAsync(Mailbox box, string campaign, string person) =>
        box.PostAsync("mail", "/deliver", ("campaign", campaign), ("person", person));

    private static async Task<IEnumerable<string?>> CampaignsAsync(Seat seat) =>
        (await seat.EventsAsync("mail_sent")).Select(sent => sent.Text("campaign"));
}
