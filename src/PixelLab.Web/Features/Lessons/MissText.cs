using PixelLab.Core.Lessons.Conditions;
using PixelLab.Web.Languages;

namespace PixelLab.Web.Features.Lessons;

/// <summary>What came nearest to an open requirement, in words.</summary>
public static class MissText
{
    /// <summary>A sentence beside what the lesson tells; null where it would only say that nothing came, which the lesson has told.</summary>
    public static string? Beside(OpenRequirement open, LanguageText text) =>
        open.Else is not null && open.Nearest.Kind == MissKind.NothingYet ? null : Of(open.Nearest, text);

    /// <summary>A sentence for the reader.</summary>
    public static string Of(NearestMiss miss, LanguageText text)
    {
        var wanted = Name(miss.Wanted, text);
        var anchor = miss.Anchor is { } bound ? Name(bound, text) : "";
        return miss.Kind switch
        {
            MissKind.DoesNotHold => text["MissDoesNotHold", wanted, miss.Missed!.ToString()],
            MissKind.TooFew => text["MissTooFew", wanted, miss.Came, miss.Needed],
            MissKind.TooEarly => text["MissTooEarly", wanted, anchor],
            MissKind.TooLate => text["MissTooLate", wanted, anchor],
            MissKind.ForbiddenCame when miss.Anchor is not null => text["MissForbiddenCameBound", wanted],
            MissKind.ForbiddenCame => text["MissForbiddenCame", wanted],
            MissKind.WaitsForEvent => text["MissWaitsForEvent", anchor],
            MissKind.WaitsForVisit => text["MissWaitsForVisit"],
            _ => text["MissNothingYet", wanted],
        };
    }

    /// <summary>The events that a selector means: <c>a hit from adnet on shop</c>.</summary>
    private static string Name(Selector selector, LanguageText text)
    {
        var name = text["Kind" + selector.Kind];
        if (selector.Vendor is { } vendor)
        {
            name = text["KindFrom", name, vendor];
        }

        return selector.Site is { } site ? text["KindOn", name, site] : name;
    }
}
