using System.Text.Json;
using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests.Reports;

/// <summary>At the checkout: who orders is chosen within the page, which its pixels tell of once.</summary>
public sealed class CheckoutTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Choosing_who_orders_is_no_further_page_view(bool scripts)
    {
        await OpenAsync(new() { Scripts = scripts });
        await Shop.OpenAsync(ShopSite.Product);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add to cart" }).ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "To the checkout" }).ClickAsync();
        var order = Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Order for ") });
        await Expect(order).ToHaveCountAsync(0);
        foreach (var name in new[] { "Jonah", "Mara" })
        {
            await Page.GetByRole(AriaRole.Link, new() { NameRegex = new(name) }).ClickAsync();
            await Expect(order).ToHaveCountAsync(1);
            await Expect(Page.GetByLabel("Name", new() { Exact = true }).And(Page.Locator(":visible"))).ToHaveValueAsync(new Regex(name));
        }

        await order.ClickAsync();
        await ArrivedAsync("the order is reported", one => IsHit(one, "purchase"));

        Assert.Single(await Lab.EventsAsync(Seat), one => IsHit(one, "begin_checkout"));
        var funnel = await Lab.GetAsync($"/api/seats/{Seat}/reports/funnel");
        var rows = funnel.GetProperty("sheet").GetProperty("tables")[0].GetProperty("rows").EnumerateArray();
        Assert.Equal(1, rows.Single(row => row.GetProperty("key").GetString() == "checkout").GetProperty("cells")[2].GetProperty("value").GetInt32());
    }

    private static bool IsHit(JsonElement one, string what) =>
        one.GetProperty("kind").GetString() == "hit" && one.GetProperty("event").GetString() == what;
}
