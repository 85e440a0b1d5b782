using System.Text.Json.Serialization;

namespace PixelLab.Core.Reports.Sheets;

/// <summary>A report as it is read: a headline number, a sentence, tables, and which of their columns are drawn.</summary>
public sealed record ReportSheet
{
    private const int MostInWords = 6;

    /// <summary>The headline number.</summary>
    public required ReportHeadline Headline { get; init; }

    /// <summary>What this bought the business, in one plain sentence computed from the numbers.</summary>
    public required string Bought { get; init; }

    /// <summary>What the plot shows, for those who do not see it.</summary>
    public required string Summary { get; init; }

    /// <summary>The same of the visitor alone, where others are counted too; null where nobody else is, or there is nothing of the visitor's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Yours { get; init; }

    /// <summary>The tables; each number carries what it rests on.</summary>
    public required IReadOnlyList<ReportTable> Tables { get; init; }

    /// <summary>What is drawn.</summary>
    public required ReportPlot Plot { get; init; }

    /// <summary>What else is drawn, each with a scale of its own: things that differ a hundredfold share no axis.</summary>
    public IReadOnlyList<ReportPlot> MorePlots { get; init; } = [];

    /// <summary>What these numbers cannot tell, and how they are reckoned: one plain sentence each.</summary>
    public required IReadOnlyList<string> Limits { get; init; }

    /// <summary>Whether there is anything to show at all.</summary>
    public required bool HasAnything { get; init; }

    /// <summary>What a plot shows, for those who do not see it.</summary>
    public string InWords(ReportPlot plot)
    {
        if (plot == Plot)
        {
            return Summary;
        }

        var (table, columns) = Drawn(plot);
        return string.Join(" ", table.Rows.Take(MostInWords).Select(row => row.Name + ": " + string.Join(", ", columns.Select(column =>
            (columns.Count > 1 ? table.Columns[column].Title + " " : "") + ReportText.Of(row.Cells[column].Value, table.Columns[column].Unit))) + "."));
    }

    /// <summary>The table that a plot draws, and the places of its columns there.</summary>
    public (ReportTable Table, IReadOnlyList<int> Columns) Drawn(ReportPlot plot)
    {
        var table = Tables.Single(one => one.Key == plot.Table);
        var keys = table.Columns.Select(column => column.Key).ToList();
        return (table, [.. plot.Columns.Select(key => keys.IndexOf(key))]);
    }

    /// <summary>
    /// This report of many people with the mark of one of them: each count says how much of it is theirs, and what it rests on are their
    /// events alone, for of the others there are none to be opened.
    /// </summary>
    /// <param name="own">The same report of the one.</param>
    public ReportSheet Marking(ReportSheet own) => this with
    {
        Yours = own.HasAnything ? own.Summary : null,
        Tables =
        [
            .. Tables.Select(table => table with
            {
                Rows =
                [
                    .. table.Rows.Select(row => row with
                    {
                        Cells =
                        [
                            .. row.Cells.Zip(table.Columns, (cell, column) =>
                                own.Find(table.Key, row.Key, column.Key)?.Cell is { Behind.Count: > 0 } mine
                                    ? cell with { Behind = mine.Behind, Yours = column.Unit == ReportUnit.Count ? mine.Value : null }
                                    : cell with { Behind = HitsBehind.None }),
                        ],
                    }),
                ],
            }),
        ],
    };

    /// <summary>The cell of a table, or null where there is none.</summary>
    public (ReportTable Table, ReportRow Row, ReportColumn Column, ReportCell Cell)? Find(string? table, string? row, string? column)
    {
        if (Tables.FirstOrDefault(one => one.Key == table) is not { } found
            || found.Rows.FirstOrDefault(one => one.Key == row) is not { } line)
        {
            return null;
        }

        for (var place = 0; place < found.Columns.Count; place++)
        {
            if (found.Columns[place].Key == column)
            {
                return (found, line, found.Columns[place], line.Cells[place]);
            }
        }

        return null;
    }
}

/// <summary>The one number that stands on a report's card.</summary>
/// <param name="Label">What it counts.</param>
/// <param name="Value">The number; null where it can't be told yet.</param>
/// <param name="Unit">In which unit.</param>
public sealed record ReportHeadline(string Label, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Value, ReportUnit Unit);

/// <summary>What a number counts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportUnit>))]
public enum ReportUnit
{
    /// <summary>Things, counted.</summary>
    Count,

    /// <summary>Parts of a hundred.</summary>
    Percent,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Euros.</summary>
    Euro,
}

/// <summary>A table of a report.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Title">Its caption.</param>
/// <param name="RowsAre">What a row is: the heading of the first column.</param>
/// <param name="Columns">The columns with numbers.</param>
/// <param name="Rows">The rows, the most important first.</param>
public sealed record ReportTable(
    string Key, string Title, string RowsAre, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportRow> Rows);

/// <summary>A column of numbers.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Unit">The unit of its numbers.</param>
public sealed record ReportColumn(string Key, string Title, ReportUnit Unit = ReportUnit.Count);

/// <summary>A row of a table.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Cells">Its numbers, one a column.</param>
/// <param name="Detail">More about it, in a few words.</param>
public sealed record ReportRow(string Key, string Name, IReadOnlyList<ReportCell> Cells, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Detail = null);

/// <summary>A number of a table.</summary>
/// <param name="Value">The number; null where it can't be told.</param>
/// <param name="Behind">What it rests on.</param>
public sealed record ReportCell([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Value, HitsBehind Behind)
{
    /// <summary>How much of it is the visitor's own, where others are counted too; null where nobody else is, or nothing is the visitor's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Yours { get; init; }

    /// <summary>A number that is the count of its evidence.</summary>
    public static ReportCell Of(HitsBehind evidence) => new(evidence.Count, evidence);
}

/// <summary>Which numbers of a table are drawn: one bar a row and column.</summary>
/// <param name="Table">The table's key.</param>
/// <param name="Columns">The columns' keys; several are drawn beside each other.</param>
/// <param name="Title">The plot's title.</param>
/// <param name="Axis">What the bars' length means, with its unit.</param>
public sealed record ReportPlot(string Table, IReadOnlyList<string> Columns, string Title, string Axis);
