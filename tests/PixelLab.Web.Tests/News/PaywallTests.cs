using System.Net;
using PixelLab.Web.Tests.Rules;

namespace PixelLab.Web.Tests.News;

/// <summary>Articles that end after a few lines for those who have not signed up.</summary>
public sealed class PaywallTests(SharedLab lab) : IClassFixture<SharedLab>
{
    private const string Closed = "/food/bread-at-three-in-the-morning";
    private const string FromTheEnd = "never once lasted until five";

    [Fact]
    public async Task A_closed_article_sends_its_beginning_and_nothing_of_the_rest()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);

        var page = await guest.OpenAsync("news", Closed);

        Assert.Contains("The light in Lamp Street", page, StringComparison.Ordinal);
        Assert.Contains("Read on by signing up", page, StringComparison.Ordinal);
        Assert.DoesNotContain(FromTheEnd, page, StringComparison.Ordinal);
        Assert.DoesNotContain("It was us who knocked", page, StringComparison.Ordinal);
        Assert.DoesNotContain("article-middle", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_click_fills_in_an_invented_person_and_nothing_can_be_typed()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);

        var page = await guest.OpenAsync("news", Closed + "?as=salma");
        var forged = await guest.OpenAsync("news", Closed + "?as=%3Cscript%3E");

        Assert.Contains("salma.brandt@example.org", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("readonly").Length - 1);
        Assert.DoesNotContain("Sign up and read on", forged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_signing_up_every_article_is_open_and_the_pixel_tells_who_and_through_which_story()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        using var reply = await guest.PostAsync("news", "/sign-up", HttpStatusCode.SeeOther, [("person", "salma"), ("article", Closed)]);
        Assert.EndsWith(Closed + "?welcome", reply.Headers.Location!.OriginalString, StringComparison.Ordinal);

        var page = await guest.OpenAsync("news", Closed + "?welcome");
        Assert.Contains(FromTheEnd, page, StringComparison.Ordinal);
        Assert.Contains("You read on as Salma Brandt", page, StringComparison.Ordinal);
        Assert.Contains("best tenants", await guest.OpenAsync("news", "/nature/the-island-that-is-let-each-summer"), StringComparison.Ordinal);

        var pixel = Assert.Single(
            await guest.Seat.EventsAsync("planted"), planted => planted.Text("event") == "sign_up");
        var url = WebUtility.UrlDecode(pixel.Text("url")!);
        Assert.Contains("ev=CompleteRegistration", url, StringComparison.Ordinal);
        Assert.Contains("cd[content_name]=Bread at three in the morning", url, StringComparison.Ordinal);
        Assert.Contains("ud[em]=" + Core.Town.Personas.Find("salma")!.EmailHash, url, StringComparison.Ordinal);
        Assert.DoesNotContain("salma.brandt", url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("person", "Somebody Real", Closed)]
    [InlineData("persons", "salma", Closed)]
    public async Task A_sign_up_as_nobody_leads_back_and_opens_nothing(string field, string value, string article)
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        using var reply = await guest.PostAsync("news", "/sign-up", HttpStatusCode.SeeOther, [(field, value), ("article", article)]);

        Assert.EndsWith(article, reply.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain(FromTheEnd, await guest.OpenAsync("news", article + "?welcome"), StringComparison.Ordinal);
        Assert.Empty(await guest.Seat.EventsAsync("account"));
    }

    [Fact]
    public async Task The_way_back_is_an_article_of_the_paper_or_its_front_page()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);

        using var reply = await guest.PostAsync("news", "/sign-up", HttpStatusCode.SeeOther, [("person", "salma"), ("article", "//elsewhere.example/")]);

        Assert.Equal($"/~{guest.Seat.Name}/", reply.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Signed_out_the_article_is_closed_again()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        using var signUp = await guest.PostAsync("news", "/sign-up", HttpStatusCode.SeeOther, [("person", "salma"), ("article", Closed)]);
        using var signOut = await guest.PostAsync("news", "/sign-out", HttpStatusCode.SeeOther);

        Assert.DoesNotContain(FromTheEnd, await guest.OpenAsync("news", Closed), StringComparison.Ordinal);
    }
}
