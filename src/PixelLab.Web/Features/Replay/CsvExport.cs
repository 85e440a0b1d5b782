using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using PixelLab.Core.Vendors;
using PixelLab.Web.Live;

namespace PixelLab.Web.Features.Replay;

/// <summary>Events as a table (RFC 4180), one line each.</summary>
internal static class CsvExport
{
    private static readonly string[] Columns =
    [
        "id", "time (UTC)", "kind", "site", "vendor", "event", "page", "title", "method", "url", "address",
        "cookies sent", "cookies set", "head bytes", "reason", "detail",
    ];

    /// <summary>A column for each parameter that a vendor of the town has, so that a table can be sorted and counted by it.</summary>
    private static readonly string[] Parameters =
        [.. VendorList.All.SelectMany(vendor => vendor.Parameters).Select(parameter => parameter.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        ShouldQuote = _ => true,
    };

    /// <summary>Writes the events as they come, with the mark by which spreadsheets know UTF-8.</summary>
    public static async Task WriteAsync(Stream output, IAsyncEnumerable<ReplayedEvent> events, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, Configuration);
        foreach (var column in Columns.Concat(Parameters).Append("other parameters"))
        {
            csv.WriteField(column);
        }

        await csv.NextRecordAsync();
        await foreach (var (_, row) in events.WithCancellation(cancellation))
        {
            foreach (var field in FieldsOf(row))
            {
                csv.WriteField(Inert(field));
            }

            await csv.NextRecordAsync();
        }
    }

    private static IEnumerable<string?> FieldsOf(ReplayRow row)
    {
        var query = row.Request?.Query ?? [];
        return
        [
            row.View.Id.ToString(CultureInfo.InvariantCulture),
            row.View.At.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
            row.View.Kind,
            row.Site,
            row.Vendor,
            row.Event,
            row.Page,
            row.Title,
            row.Request?.Method,
            row.Url,
            row.Address,
            string.Join("; ", row.Request?.Cookies.Select(cookie => $"{cookie.Name}={cookie.Value}") ?? []),
            string.Join(" | ", (row.View as HitView)?.SetCookies ?? []),
            row.Request?.HeadBytes.ToString(CultureInfo.InvariantCulture),
            row.Reason,
            row.Detail,
            .. Parameters.Select(name => string.Join(" | ", query.Where(pair => pair.Name == name).Select(pair => pair.Value))),
            string.Join("&", query.Where(pair => !Parameters.Contains(pair.Name)).Select(pair => $"{pair.Name}={pair.Value}")),
        ];
    }

    /// <summary>
    /// Whatever a visitor sent could be a formula to a spreadsheet, also by the wide signs that some take for the narrow ones; an
    /// apostrophe before it makes it text. A line end within a field would begin a line where quotes are not understood, and so another formula.
    /// </summary>
    private static string Inert(string? field)
    {
        var line = string.Concat((field ?? "").ReplaceLineEndings("↵").Select(letter => char.IsControl(letter) ? ' ' : letter));
        return line.AsSpan().TrimStart() is [var first, ..] && "=+-@＝＋－＠".Contains(first, StringComparison.Ordinal) ? "'" + line : line;
    }
}
