namespace PixelLab.Core.Rules;

/// <summary>The lab's switches, one name each.</summary>
public static class SettingNames
{
    /// <summary>The prefix of a site's banner switch: <c>regime.shop</c>.</summary>
    public const string RegimePrefix = "regime.";

    /// <summary>The <c>referrerpolicy</c> that sites write on their pixels; empty for the browser's default.</summary>
    public const string PixelReferrer = "referrer.pixel";

    /// <summary>The <c>Referrer-Policy</c> header of the sites' pages; empty for the browser's default.</summary>
    public const string PageReferrer = "referrer.page";

    /// <summary>Whether the emulated blocker is on: <c>on</c> or <c>off</c>.</summary>
    public const string Blocker = "blocker";

    /// <summary>The blocker's rules, one a line; empty for the lab's own list.</summary>
    public const string BlockerRules = "blocker.rules";

    /// <summary>Whether click ids are stripped from links: <c>on</c> or <c>off</c>.</summary>
    public const string StripLinks = "links.strip";

    /// <summary>How the inbox behaves: <c>direct</c>, <c>ask</c>, <c>proxy</c>, <c>relay</c>, <c>strip</c>.</summary>
    public const string MailClient = "mail.client";

    /// <summary>The prefix of a site's policy switch, <c>policy.omit.shop</c>: the vendor its privacy policy leaves out.</summary>
    public const string PolicyOmitPrefix = "policy.omit.";

    /// <summary>How the story of a shoe is told: <c>walk</c>, <c>stopped</c>, or empty where it is not.</summary>
    public const string Story = "story";

    /// <summary>The colours of the sites' pages: <c>light</c>, <c>dark</c>, or empty for what the browser prefers.</summary>
    public const string Theme = "theme";

    /// <summary>Whether reports show a simulated town around the visitor: <c>off</c>, or empty for yes.</summary>
    public const string TownAround = "town.around";

    /// <summary>The ads that the learner has booked at AdNet: the campaign's name, or empty for none.</summary>
    public const string Campaign = "adnet.campaign";

    /// <summary>No switch but a fact about the seat: an ad was asked “Why this ad?”. Always <c>on</c>.</summary>
    public const string WhyAsked = "adnet.why";

    /// <summary>Whether the dock draws the pixels over the pages: <c>on</c>, <c>off</c>, or empty while nobody has chosen.</summary>
    public const string Dots = "dock.dots";

    /// <summary>No switch but a fact about the seat: what the drawn pixels are needs to be said no more.</summary>
    public const string DotsKnown = "dock.dots.known";

    /// <summary>No switch but a fact about the seat: the dock has shown itself on a narrow screen.</summary>
    public const string DockShown = "dock.shown";

    /// <summary>No switch but a fact about the seat, written before anything else: how many invented people walk in it.</summary>
    public const string People = "population.people";

    /// <summary>No switch but a fact about the seat: the slug of the lesson that was opened last; empty once it is put away. The first of each is when its checks begin to count.</summary>
    public const string Lesson = "lesson";

    /// <summary>No switch but a fact about the seat: the number of the case that was begun last. Each other number begins a case anew.</summary>
    public const string Case = "case";

    /// <summary>No switch but a fact about the seat: the slug of the lesson whose checks begin to count once more.</summary>
    public const string LessonAnew = "lesson.anew";

    /// <summary>No switch but how somebody reads: the minutes of the path on which lessons are opened; empty for the whole course.</summary>
    public const string LessonPath = "lesson.path";

    /// <summary>No switch but a fact about the seat: to which task of which lesson somebody went last, as <c>slug/number</c> among the lesson's parts.</summary>
    public const string LessonTask = "lesson.task";

    /// <summary>No switch but how somebody has the lesson's step in the dock: <c>whole</c>, <c>line</c>, or empty for what there is room for.</summary>
    public const string LessonStep = "lesson.step";

    /// <summary>No switch but how somebody reads: <c>on</c> where lessons are shown in easy words.</summary>
    public const string LessonEasy = "lesson.easy";
}
