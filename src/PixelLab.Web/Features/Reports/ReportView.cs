using System.Text.Json.Serialization;
using PixelLab.Core.Lenses;
using PixelLab.Core.Reports;
using PixelLab.Core.Reports.Sheets;

namespace PixelLab.Web.Features.Reports;

/// <summary>A report as the API sends it.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Title">Its title.</param>
/// <param name="Question">The question it answers.</param>
/// <param name="Lens">How visitors were told apart.</param>
/// <param name="Counting">Which requests count.</param>
/// <param name="Until">The event after which it is the state; null for now.</param>
/// <param name="Sheet">The numbers, each with the events behind it.</param>
public sealed record ReportView(string Name, string Title, string Question, Lens Lens, Counting Counting, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? Until, ReportSheet Sheet)
{
    /// <summary>How many invented people are counted too; left out where nobody is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? InventedPeople { get; init; }

    /// <summary>A report of one page view, for the description of the API.</summary>
    internal static ReportView Example()
    {
        var entry = ReportList.Find("pages")!;
        var report = entry.Make();
        report.Add(Api.Example.Hit);
        return Of(entry, ReportChoice.Usual, report.Sheet(Lens.Both));
    }

    /// <summary>A report's state in the form of the wire.</summary>
    public static ReportView Of(ReportEntry entry, ReportChoice choice, ReportSheet sheet) =>
        new(entry.Name, entry.Title, entry.Question, choice.Lens, choice.Counting, choice.Until, sheet);
}

/// <summary>How reports are written on the wire.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ReportView))]
public sealed partial class ReportJson : JsonSerializerContext;
