using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Rules;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Postbox;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Compare;

/// <summary>One thing a person can do to see who still recognises them.</summary>
/// <param name="Name">Its name in events and addresses.</param>
public sealed record Experiment(string Name)
{
    /// <summary>Where to go for it: the host's name and its path.</summary>
    public (string Host, string Path) Door { get; init; } = ("shop", "/");

    /// <summary>Whether the address has to be carried elsewhere by hand: into a private window, into another browser.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>The event from which on the trying counts; null where it counts from the start.</summary>
    public Func<LabEvent, bool>? Begins { get; init; }

    /// <summary>Which hits count, given whether their browser was seen before the start; null where all do.</summary>
    public Func<Hit, bool, bool>? Counts { get; init; }

    /// <summary>
    /// Whether it takes the cookies away. A page on which a number from before came back was then none of the trying: nothing had been
    /// cleared, or the window was no private one.
    /// </summary>
    public bool TakesCookies { get; init; }

    /// <summary>What shows that the thing was done, also where no hit came; null where opening any page does.</summary>
    public Func<LabEvent, bool>? Done { get; init; }

    /// <summary>What to do, in a few words.</summary>
    public string Title(Language language) => language[ExperimentText.Words][Name];

    /// <summary>How to do it.</summary>
    public string Steps(Language language) => language[ExperimentText.Words][$"{Name}.Steps"];
}

/// <summary>The things to try, in the order of the evidence table.</summary>
public static class Experiments
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Experiment> All =
    [
        new("come_back"),
        new("clear_cookies")
        {
            Door = ("lab", "/switches#cookies"),
            TakesCookies = true,
        },
        new("private_window")
        {
            IsElsewhere = true,
            TakesCookies = true,
        },
        new("another_browser")
        {
            IsElsewhere = true,
            Counts = (_, wasSeenBefore) => !wasSeenBefore,
        },
        new("refuse_third_party"),
        new("blocker") { Door = ("lab", "/switches#blocker") },
        new("mail_images_off")
        {
            Door = ("mail", "/"),
            Counts = (hit, _) => hit.Vendor == PostboxWire.VendorName,
            Done = labEvent => labEvent is MailHandled { What: "opened" } opened && opened.Client == MailClients.Ask.Name,
        },
        new("log_in")
        {
            Door = ("shop", "/account"),
            IsElsewhere = true,
            Begins = labEvent => labEvent is AccountUsed { Action: "log_in" },
        },
        new("email_click")
        {
            Door = ("mail", "/"),
            Begins = labEvent => labEvent is Hit hit && VendorList.EventOf(hit) == VendorEvents.EmailClick,
        },
    ];

    /// <summary>The experiment of that name, or null.</summary>
    public static Experiment? Find(string name) => All.FirstOrDefault(experiment => experiment.Name == name);
}
