using PixelLab.Core.Events;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Languages;
using PixelLab.Core.Lenses;
using PixelLab.Core.Readings;
using PixelLab.Core.Reports.Sheets;

namespace PixelLab.Core.Reports;

/// <summary>Reports of a seat, folded together, all counted in one way.</summary>
/// <param name="counting">The way.</param>
/// <param name="entries">Which reports.</param>
public class ReportSet(Counting counting, IReadOnlyList<ReportEntry> entries) : Reading
{
    private readonly Dictionary<string, Counted> _reports =
        entries.ToDictionary(entry => entry.Name, entry => new Counted(entry.Name, counting), StringComparer.Ordinal);

    private readonly ShopVisits _visits = new();

    /// <inheritdoc />
    public override EventKinds Takes => _reports.Values.Select(report => report.Report.Takes)
        .Append(counting == Counting.Truth ? EventKinds.Of(typeof(Hit), typeof(Visit)) : EventKinds.Of(typeof(Hit)))
        .Aggregate((all, kinds) => all.And(kinds));

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        var counts = labEvent is not Hit hit || counting.Counts(hit);
        if (counting == Counting.Truth)
        {
            _visits.Add(labEvent);
            if (labEvent is Visit visit && ShopVisits.AsPageView(visit) is { } view)
            {
                Take(view, counts: true);
            }

            // The page itself stands for what a person's pixel told of it.
            if (counts && labEvent is Hit told && ShopHits.IsPageView(told))
            {
                return;
            }
        }

        Take(labEvent, counts);
    }

    /// <summary>A report as of now.</summary>
    public ReportSheet Sheet(ReportEntry entry, Lens lens) => Sheet(_reports[entry.Name], entry, lens, null);

    /// <summary>A report as of now with other people around, in which each number says how much of it is from here.</summary>
    /// <param name="entry">The report.</param>
    /// <param name="lens">How visitors are told apart.</param>
    /// <param name="around">The same reports of the others, counted in the same way; asking changes nothing in them.</param>
    public ReportSheet Sheet(ReportEntry entry, Lens lens, ReportSet around)
    {
        var all = new Counted(entry.Name, counting);
        all.TakeIn(_reports[entry.Name]);
        all.TakeIn(around._reports[entry.Name]);
        return Sheet(all, entry, lens, around).Marking(Sheet(entry, lens));
    }

    private ReportSheet Sheet(Counted report, ReportEntry entry, Lens lens, ReportSet? around)
    {
        var sheet = report.Report.Sheet(lens);
        List<ReportTable> beside = [.. report.LeftOut()];
        if (counting != Counting.Truth || !entry.CountsPages)
        {
            return sheet with { Tables = [.. sheet.Tables, .. beside] };
        }

        return sheet with
        {
            Tables = [.. sheet.Tables, .. beside, _visits.Untold(around?._visits)],
            Limits = [Language.Asked[CountingText.Words]["Limit.truth"]],
        };
    }

    private void Take(LabEvent labEvent, bool counts)
    {
        foreach (var report in _reports.Values)
        {
            report.Add(labEvent, counts);
        }
    }

    /// <summary>A report, and what it does not count of the requests that it is about.</summary>
    private sealed class Counted(string name, Counting counting)
    {
        private readonly Dictionary<FetchedBy, HitsTally> _leftOut = [];

        public BusinessReport Report { get; } = EntryOf(name).Make(counting);

        public void Add(LabEvent labEvent, bool counts)
        {
            if (counts)
            {
                Report.Add(labEvent);
                return;
            }

            var entry = EntryOf(name);
            if (entry.CountsItself)
            {
                Report.Add(labEvent);
            }

            if (labEvent is Hit hit && entry.Reads(hit))
            {
                var by = FetchReader.ByOf(hit.Request);
                if (!_leftOut.TryGetValue(by, out var tally))
                {
                    _leftOut[by] = tally = new HitsTally();
                }

                tally.Add(hit.Id);
            }
        }

        public void TakeIn(Counted others)
        {
            Report.TakeIn(others.Report);
            foreach (var (by, counted) in others._leftOut)
            {
                (_leftOut.TryGetValue(by, out var tally) ? tally : _leftOut[by] = new HitsTally()).TakeIn(counted);
            }
        }

        /// <summary>By its name alone, so that what it has come to can be written down.</summary>
        private static ReportEntry EntryOf(string name) => ReportList.Find(name)!;

        public IEnumerable<ReportTable> LeftOut()
        {
            if (_leftOut.Count == 0)
            {
                yield break;
            }

            var words = Language.Asked[CountingText.Words];
            yield return new("left-out", words["LeftOut"], words["LeftOut.By"], [new("requests", words["LeftOut.Requests"])],
            [
                .. _leftOut.OrderBy(one => one.Key).Select(one => Row(one.Key.ToString().ToLowerInvariant(), one.Value.Now)),
            ]);

            ReportRow Row(string by, HitsBehind hits) => new(by, words[$"By.{by}"], [ReportCell.Of(hits)]);
        }
    }
}

/// <summary>All reports as a naive tool counts.</summary>
public sealed class NaiveReports() : ReportSet(Counting.Naive, ReportList.All);

/// <summary>All reports as a careful tool counts.</summary>
public sealed class CarefulReports() : ReportSet(Counting.Careful, ReportList.All);

/// <summary>All reports as it was.</summary>
public sealed class TrueReports() : ReportSet(Counting.Truth, ReportList.All);
