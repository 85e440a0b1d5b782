using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using PixelLab.Web.Live;

namespace PixelLab.Web.Features.Replay;

/// <summary>Events as a table (RFC 4180), one line each.</summary>
internal static class CsvExport
{
    private static readonly string[] Columns =
    [
        "id", "time", "kind", "site", "vendor", "event", "page", "title", "method", "url", "address",
        "cookies sent", "cookies set", "head bytes", "reason", "detail",
    ];

    /// <summary>Whatever a visitor sent could be a formula to a spreadsheet; an apostrophe before it makes it text.</summary>
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        InjectionOptions = InjectionOptions.Escape,
        NewLine = "\r\n",
    };

    /// <summary>Writes the events as they come.</summary>
    public static async Task WriteAsync(Stream output, IAsyncEnumerable<ReplayedEvent> events, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(output, leaveOpen: true);
        await using var csv = new CsvWriter(text, Configuration);
        foreach (var column in Columns)
        {
            csv.WriteField(column);
        }

        await csv.NextRecordAsync();
        await foreach (var (_, row) in events.WithCancellation(cancellation))
        {
            WriteRow(csv, row);
            await csv.NextRecordAsync();
        }
    }

    private static void WriteRow(CsvWriter csv, ReplayRow row)
    {
        csv.WriteField(row.View.Id);
        csv.WriteField(row.View.At.ToString("O", CultureInfo.InvariantCulture));
        csv.WriteField(row.View.Kind);
        csv.WriteField(row.Site);
        csv.WriteField(row.Vendor);
        csv.WriteField(row.Event);
        csv.WriteField(row.Page);
        csv.WriteField(row.Title);
        csv.WriteField(row.Request?.Method);
        csv.WriteField(row.Url);
        csv.WriteField(row.Address);
        csv.WriteField(string.Join("; ", row.Request?.Cookies.Select(cookie => $"{cookie.Name}={cookie.Value}") ?? []));
        csv.WriteField(string.Join(" | ", (row.View as HitView)?.SetCookies ?? []));
        csv.WriteField(row.Request?.HeadBytes);
        csv.WriteField(row.Reason);
        csv.WriteField(row.Detail);
    }
}
