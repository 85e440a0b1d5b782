using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Readings;
using PixelLab.Core.Reports;
using PixelLab.Core.Reports.Sheets;

namespace PixelLab.Core.Tests.Reports;

/// <summary>What the reports say in words: right for one as for many, and no more than the numbers hold.</summary>
public sealed class ReportSentenceTests
{
    private const string Phone = "User-Agent: Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1";

    private readonly ReportTown _town = new();

    [Fact]
    public void What_holds_of_all_page_views_is_not_said_of_most()
    {
        _town.Opens("/", more: "&ul=en");
        Assert.EndsWith("for whom to build: the one page view came from a computer, in Chrome, in English.", Bought<AudienceReport>(), StringComparison.Ordinal);

        _town.Opens("/", more: "&ul=en");
        Assert.EndsWith("for whom to build: all of 2 page views came from a computer, in Chrome, in English.", Bought<AudienceReport>(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_leads_without_being_the_most_is_told_by_its_number()
    {
        _town.Opens("/", head: BrowserHeads.Chromium, more: "&ul=en");
        _town.Opens("/", head: BrowserHeads.Firefox, more: "&ul=de");
        _town.Opens("/", head: [Phone], more: "&ul=en");

        var bought = Bought<AudienceReport>();
        Assert.Contains("of 3 page views, most came from a computer, 1 in Chrome and most in English.", bought, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_that_was_not_told_is_called_unknown()
    {
        _town.Opens("/", head: ["Accept: */*"]);

        var sheet = Read<AudienceReport>();
        Assert.Contains("came from an unknown device, in an unknown browser, in an unknown language.", sheet.Bought, StringComparison.Ordinal);
        Assert.Equal("of page views came from an unknown device", sheet.Headline.Label);
    }

    [Fact]
    public void One_time_in_view_is_no_middle_and_no_half()
    {
        _town.Opens("/");
        _town.Stays(_town.Opens("/"), 12_000);

        var sheet = Read<StayReport>();
        Assert.EndsWith("the one page view with a known time lasted 12 s.", sheet.Bought, StringComparison.Ordinal);
        Assert.Equal("One page view told its time: 12 s.", sheet.Summary);
        Assert.Equal("the one page view with a known time was in view", sheet.Headline.Label);
        Assert.Contains(sheet.Limits, limit => limit.EndsWith("It is not counted as zero.", StringComparison.Ordinal));
    }

    [Fact]
    public void Several_silent_or_unbelieved_ones_are_several()
    {
        _town.Opens("/");
        var second = _town.Opens("/");
        _town.Stays(second, 3_600_001);
        _town.Stays(second, 3_600_001);

        var limits = Read<StayReport>().Limits;
        Assert.Contains(limits, limit => limit.EndsWith("They are not counted as zero.", StringComparison.Ordinal));
        Assert.Contains(limits, limit => limit.StartsWith("2 messages named a time of more than an hour at once and are left out", StringComparison.Ordinal));
    }

    [Fact]
    public void One_page_beyond_the_first_twenty_is_one_more_page()
    {
        for (var page = 0; page < 21; page++)
        {
            _town.Opens(FormattableString.Invariant($"/shoes/{page}"));
        }

        Assert.Equal("1 more page", Read<PagesReport>().Tables[0].Rows[^1].Name);
    }

    [Fact]
    public void One_message_was_opened()
    {
        _town.Keep(new MailSent { At = default, Mail = "m1", Campaign = "sale", Subject = "Shoes", Person = "mara" });

        Assert.Contains("0 of 1 message was opened", Bought<NewsletterReport>(), StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_openings_as_believed_need_not_be_the_same_ones()
    {
        foreach (var mail in (string[])["m1", "m2"])
        {
            _town.Keep(new MailSent { At = default, Mail = mail, Campaign = "sale", Subject = "Shoes", Person = "mara" });
        }

        _town.Keep(BuiltHit.Of("postbox", "/o/m1.gif", "User-Agent: Mozilla/5.0"));
        _town.Keep(new MailHandled { At = default, Mail = "m2", What = "opened", Client = "ask" });
        Assert.Contains("1 of 2 messages were opened; really it was 1, though not the same ones, and 0 led to a click.", Bought<NewsletterReport>(), StringComparison.Ordinal);
    }

    private string Bought<TReport>()
        where TReport : BusinessReport, new() => Read<TReport>().Bought;

    private ReportSheet Read<TReport>()
        where TReport : BusinessReport, new() => new TReport().AddAll(_town.Events).Sheet(Lens.Both);
}
