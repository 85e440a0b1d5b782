using PixelLab.Core.Events;
using PixelLab.Core.Languages;

namespace PixelLab.Core.Vendors.Wire;

/// <summary>
/// All that the lab has to be told about one vendor: who it is, what it says of itself, and what its requests mean. What requests mean is
/// pure, so that a hit can be read anywhere and at any time. A member without a body is one that no vendor may leave out.
/// </summary>
public interface IVendorWire
{
    /// <summary>The vendor's name, which is its host's first label.</summary>
    string Name { get; }

    /// <summary>What people call it.</summary>
    string Title { get; }

    /// <summary>Its place in the town, which no other host has: in port mode its port's distance from the lab's, so that it is never changed.</summary>
    int Place { get; }

    /// <summary>How it is told from the others in lists.</summary>
    VendorMark Mark { get; }

    /// <summary>What the privacy policy of a site that carries it has to say.</summary>
    VendorDisclosure Disclosure { get; }

    /// <summary>What stops it, as rules of the blocker's list; none where the blocker lets it through.</summary>
    IReadOnlyList<string> BlockRules { get; }

    /// <summary>What its parameters and cookies tell, in words, and under <c>Does</c> what the company does.</summary>
    WordFile Words { get; }

    /// <summary>What the company does, to be read after its name.</summary>
    string Does(Language language) => language[Words]["Does"];

    /// <summary>The field's name for what a hit reports, for example <c>page_view</c>; <c>unknown</c> if it can't be told.</summary>
    string EventOf(CapturedRequest request);

    /// <summary>The planted pixel a hit belongs to, or null.</summary>
    string? PlantOf(CapturedRequest request);

    /// <summary>The full address of the page the pixel was on, or null.</summary>
    string? PageOf(CapturedRequest request);

    /// <summary>The title of that page, or null.</summary>
    string? TitleOf(CapturedRequest request);

    /// <summary>The full address of the page the visitor came from, or null.</summary>
    string? ReferrerOf(CapturedRequest request) => null;

    /// <summary>The account or the recipient that a hit names, so that visits of different browsers can be joined; null where it names none.</summary>
    string? PersonOf(CapturedRequest request) => null;

    /// <summary>What a hit was answered with, as it follows from the hit.</summary>
    VendorReply ReplyOf(Hit hit) => VendorReply.Image;

    /// <summary>What a hit tells about its event beyond the event's name.</summary>
    EventDetail DetailOf(CapturedRequest request) => EventDetail.None;

    /// <summary>How later requests name a hit, by the number that the log gave it; null where none does.</summary>
    HitMention? MentionOf(Hit hit) => null;

    /// <summary>What is known about the vendor's parameters; the first that describes a name counts.</summary>
    IReadOnlyList<VendorParameter> Parameters => [];

    /// <summary>The same for one request: a name may mean something else on another path.</summary>
    IReadOnlyList<VendorParameter> ParametersOf(CapturedRequest request) => Parameters;

    /// <summary>What is known about a parameter of a request, by its name; null where nothing is.</summary>
    VendorParameter? ParameterOf(CapturedRequest request, string name)
    {
        foreach (var parameter in ParametersOf(request))
        {
            if (parameter.Describes(name))
            {
                return parameter;
            }
        }

        return null;
    }

    /// <summary>The cookies by which the vendor knows a browser again, the one that reaches furthest first.</summary>
    IReadOnlyList<VendorCookie> Cookies => [];

    /// <summary>The parameters by which it marks the links to its customers' pages, which browsers that strip links take off.</summary>
    IReadOnlyList<string> LinkMarks => [];

    /// <summary>Its part in cookie matching, or null where it matches with nobody.</summary>
    CookieMatch? Match => null;

    /// <summary>What the path tells about somebody, and what it says of it; null where it tells nothing.</summary>
    (Telling Telling, string Value)? PathTells(CapturedRequest request) => null;

    /// <summary>What the path tells, in a sentence, where it tells more than which pixel is asked for; else null.</summary>
    string? PathMeaning(CapturedRequest request, Language language) => null;
}
