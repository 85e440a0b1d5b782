using PixelLab.Core.Reports;

namespace PixelLab.Web.Sites.Clinic;

/// <summary>
/// What a tracker could conclude about the clinic's invented patient from page addresses alone. It speaks of the patient by
/// name and of nobody else: no condition is ever attached to a learner.
/// </summary>
public static class ClinicInference
{
    /// <summary>The conclusions, one sentence each, in the order in which the pages were opened.</summary>
    public static IReadOnlyList<string> From(IEnumerable<TrailStep> steps) =>
        [.. steps.Select(step => Guess(step.Page)).OfType<string>().Distinct()];

    private static string? Guess(string page)
    {
        var topic = ClinicTopics.All.FirstOrDefault(topic =>
            page == topic.Path || page.Contains($"topic={topic.Slug}", StringComparison.Ordinal));
        if (topic is null)
        {
            return null;
        }

        var name = ClinicPages.Patient.FirstName;
        if (page.StartsWith("/appointment/confirmed", StringComparison.Ordinal))
        {
            return $"{name} has an appointment, so it is more than curiosity: probably {topic.Group}.";
        }

        return page.StartsWith("/appointment", StringComparison.Ordinal)
            ? $"{name} wants to see a doctor about it: perhaps {topic.Group}."
            : $"{name} read about it: maybe {topic.Group}, or knows somebody who is concerned.";
    }
}
