using PixelLab.Core.Events;

namespace PixelLab.Web.Limits;

/// <summary>How much is read of what is sent to the lab's and the sites' own pages, in bytes.</summary>
public static class BodyLimits
{
    /// <summary>A form or a question of a few fields.</summary>
    public const int SmallForm = 4 * 1024;

    /// <summary>The form of the switches: a blocker's rules, percent-encoded, and the rest.</summary>
    public const int SwitchesForm = 4 * TextLimits.BlockerRules;

    /// <summary>The form of a page that a learner wrote, percent-encoded.</summary>
    public const int WrittenPageForm = (9 * TextLimits.WrittenPage) + 1000;

    /// <summary>The form with what is said at the case's desk, percent-encoded.</summary>
    public const int CaseForm = (9 * TextLimits.CaseAnswer) + 1000;

    /// <summary>An unwanted body that is still read to its end, so that its sender hears why it is refused.</summary>
    public const long HeardOut = 64 * 1024 * 1024;

    /// <summary>Bytes of unwanted bodies that are read in a second, of all together: what a fast network brings, or a third of it.</summary>
    public const int HeardOutPerSecond = 32 * 1024 * 1024;

    /// <summary>A message to a live connection.</summary>
    public const int HubMessage = 32 * 1024;
}
