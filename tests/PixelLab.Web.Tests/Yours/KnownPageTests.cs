using System.Net;
using System.Text.RegularExpressions;
using PixelLab.Core.Yours.Known;

namespace PixelLab.Web.Tests.Yours;

/// <summary>The table of what is known of real vendors.</summary>
public sealed class KnownPageTests(SharedLab lab) : IClassFixture<SharedLab>
{
    [Fact]
    public async Task Every_vendor_has_a_row_with_its_company_source_and_day_and_says_what_is_only_believed()
    {
        var page = WebUtility.HtmlDecode(await lab.Server.Http.GetStringAsync(lab.Server.Url("lab", "/yours/known"), TestContext.Current.CancellationToken));
        var rows = Regex.Matches(page, "<tr>.*?</tr>", RegexOptions.Singleline).Select(match => match.Value).ToList();
        Assert.All(KnownVendors.All, vendor =>
        {
            var row = Assert.Single(rows, row => row.Contains($">{vendor.Name} <", StringComparison.Ordinal));
            Assert.All([vendor.About, $">{vendor.Owner}<", $"\"{vendor.Source}\"", $">{vendor.Read:yyyy-MM-dd}<"], part => Assert.Contains(part, row, StringComparison.Ordinal));
            Assert.Equal(vendor.Believed || vendor.Parameters.Any(parameter => parameter.Believed), row.Contains("believed", StringComparison.Ordinal));
        });
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }
}
