using PixelLab.Core.Lessons.Conditions;
using PixelLab.Core.Vendors;
using PixelLab.Web.Addressing;
using PixelLab.Web.Languages;

namespace PixelLab.Web.Features.Lessons;

/// <summary>What came nearest to an open requirement, in words.</summary>
public static class MissText
{
    /// <summary>
    /// What to do, in the lesson's words where it has some, and how much of it has come. Of what may not happen these say that it has, which is not told while
    /// that is only waited for.
    /// </summary>
    public static string Told(OpenRequirement open, LanguageText text) =>
        open.Else is null || IsWaiting(open) ? Of(open.Nearest, text)
        : open.Nearest.Kind == MissKind.TooFew ? text["MissSoFar", open.Else, open.Nearest.Came, open.Nearest.Needed]
        : open.Else;

    /// <summary>A sentence beside what the lesson tells; null where it would say no more than that: that nothing came, or too little, or something else.</summary>
    public static string? Beside(OpenRequirement open, LanguageText text) =>
        open.Else is null || IsWaiting(open) || open.Nearest.Kind is MissKind.NothingYet or MissKind.TooFew or MissKind.DoesNotHold ? null : Of(open.Nearest, text);

    private static bool IsWaiting(OpenRequirement open) => open.Nearest.Kind is MissKind.WaitsForEvent or MissKind.WaitsForVisit;

    /// <summary>A sentence for the reader.</summary>
    public static string Of(NearestMiss miss, LanguageText text)
    {
        var wanted = Name(miss.Wanted, text);
        var anchor = miss.Anchor is { } bound ? Name(bound, text) : "";
        return miss.Kind switch
        {
            MissKind.DoesNotHold => text["MissDoesNotHold", wanted],
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
            name = text["KindFrom", name, VendorList.TitleOf(vendor)];
        }

        return selector.Site is { } site ? text["KindOn", name, Town.Get(site).Title] : name;
    }
}
