using System.Text.Json;
using CsCheck;
using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Readings;
using PixelLab.Core.Reports;
using PixelLab.Core.Reports.Sheets;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Core.Tests.Reports;

/// <summary>What holds for every report and every log.</summary>
public sealed class ReportPropertyTests
{
    private static readonly string[] Pages = ["/", "/shoes", "/shoes/3", "/jackets/9", "/cart", "/checkout", "/order", "/account", "%00<script>"];

    private static readonly Gen<LabEvent> AnyEvent = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 8], Gen.Int[0, 5], Gen.Int[0, 3])
        .Select<int, int, int, int, LabEvent>((kind, page, view, person) => kind switch
        {
            0 or 1 or 2 => Seen(BuiltHit.OfMetrics($"en=page_view&dl={Url(page)}&dt=Page&z=v{view}.1"), person),
            3 => Seen(BuiltHit.OfMetrics($"en=user_engagement&_et={page * 1700}&z=v{view}.m2"), person),
            4 => Seen(BuiltHit.OfAdnet($"id=448122&ev=ViewContent&cd[content_ids]={page + 1}&dl={Url(page)}&eid=v{view}.3"), person),
            5 => Seen(BuiltHit.OfAdnet($"id=448122&ev=Purchase&cd[content_ids]={page + 1}&cd[order_id]=o{view}&cd[value]=10.00&eid=v{view}.4"), person),
            6 => new AdServed
            {
                At = BuiltHit.Noon,
                Ad = $"a{view}",
                Campaign = AdCampaigns.Retargeting.Key,
                Product = $"{page + 1}",
                Site = "social",
                Slot = "feed-1",
                Reason = AdReasons.Retargeting,
            },
            7 => Seen(BuiltHit.Of("adnet", page % 2 == 0 ? $"/i?ad=a{view}" : $"/click?ad=a{view}", BrowserHeads.Chromium).On("social"), person),
            8 => new MailSent { At = BuiltHit.Noon, Mail = $"m{view}", Campaign = "sale", Subject = "Shoes", Person = "mara" },
            _ => BuiltHit.Of("postbox", page % 3 == 0 ? $"/c/m{view}/0" : $"/o/m{view}.gif", BrowserHeads.Chromium) with { Site = null },
        });

    private static readonly Gen<LabEvent[]> AnyLog = AnyEvent.Array[0, 40]
        .Select(events => events.Select((one, place) => one with { Id = place + 1, At = BuiltHit.Noon.AddSeconds(place) }).ToArray());

    public static TheoryData<string> Names => [.. ReportList.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Folding_in_two_halves_with_a_look_between_is_folding_at_once(string name) =>
        Gen.Select(AnyLog, Gen.Double[0, 1]).Sample((log, share) =>
        {
            var cut = (int)(log.Length * share);
            var report = Fresh(name).AddAll(log[..cut]);
            _ = Text(report);
            return Text(report.AddAll(log[cut..])) == Text(Fresh(name).AddAll(log));
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sheet_that_was_given_out_stays_the_state_at_its_time(string name) =>
        Gen.Select(AnyLog, Gen.Double[0, 1]).Sample((log, share) =>
        {
            var cut = (int)(log.Length * share);
            var report = Fresh(name).AddAll(log[..cut]);
            var then = report.Sheet(Lens.Both);
            report.AddAll(log[cut..]);
            return JsonSerializer.Serialize(then) == JsonSerializer.Serialize(Fresh(name).AddAll(log[..cut]).Sheet(Lens.Both));
        });

    [Theory]
    [InlineData("pages")]
    [InlineData("stay")]
    [InlineData("audience")]
    public void What_is_only_counted_does_not_depend_on_the_order_of_events_of_one_time(string name) =>
        AnyHits.Sample(hits => Numbers(Fresh(name).AddAll(hits)) == Numbers(Fresh(name).AddAll(hits.Reverse())));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_counted_number_is_the_count_of_what_stands_behind_it(string name) =>
        AnyLog.Sample(log =>
        {
            var ids = log.Select(one => one.Id).ToHashSet();
            return Fresh(name).AddAll(log).Sheet(Lens.Both).Tables.SelectMany(table => table.Rows).SelectMany(row => row.Cells)
                .All(cell => cell.Behind.Events.All(ids.Contains)
                    && cell.Behind.Events.Count == Math.Min(cell.Behind.Count, HitsBehind.MostKept)
                    && (cell.Value is null or 0 || cell.Behind.Count > 0));
        });

    [Fact]
    public void Nobody_gets_further_in_the_funnel_than_they_came() =>
        Gen.Select(AnyLog, Gen.Enum<Lens>()).Sample((log, lens) =>
        {
            var reached = Fresh("funnel").AddAll(log).Sheet(lens).Tables[0].Rows.Select(row => row.Cells[0].Value ?? 0).ToList();
            return reached.Zip(reached.Skip(1)).All(pair => pair.First >= pair.Second);
        });

    /// <summary>Hits of one moment, each with a page view of its own kind, so that nothing but their order can differ.</summary>
    private static Gen<Hit[]> AnyHits => Gen.Select(Gen.Int[0, 8], Gen.Int[0, 90_000], Gen.Int[0, 3]).Array[0, 20].Select(hits => hits
        .SelectMany((hit, view) => new[]
        {
            Seen(BuiltHit.OfMetrics($"en=page_view&dl={Url(hit.Item1)}&z=v{view}.1"), hit.Item3) with { Id = (view * 2) + 1 },
            Seen(BuiltHit.OfMetrics($"en=user_engagement&_et={hit.Item2}&z=v{view}.m2"), hit.Item3) with { Id = (view * 2) + 2 },
        }).ToArray());

    private static string Url(int page) => Uri.EscapeDataString("http://shop.localhost:5080" + Pages[page]);

    private static Hit Seen(Hit hit, int person) => hit.From($"192.0.2.{person}").WithHeader("Cookie", $"anid={person}");

    private static BusinessReport Fresh(string name) => ReportList.Find(name)!.Make();

    private static string Text(BusinessReport report) =>
        JsonSerializer.Serialize(Enum.GetValues<Lens>().Select(report.Sheet));

    /// <summary>All numbers and words of a sheet, without the ids of the hits behind them.</summary>
    private static string Numbers(BusinessReport report)
    {
        var sheet = report.Sheet(Lens.Both);
        return JsonSerializer.Serialize(new
        {
            sheet.Headline,
            sheet.Bought,
            sheet.Summary,
            sheet.Limits,
            Rows = sheet.Tables.SelectMany(table => table.Rows)
                .Select(row => new { row.Key, Cells = row.Cells.Select(cell => new { cell.Value, cell.Behind.Count }) }),
        });
    }
}
