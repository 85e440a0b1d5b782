using PixelLab.Core.Events;
using PixelLab.Core.Settings;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Postbox;

namespace PixelLab.Core.Lenses;

/// <summary>One thing a person can do to see who still recognises them.</summary>
/// <param name="Name">Its name in events and addresses.</param>
/// <param name="Title">What to do, in a few words.</param>
/// <param name="Steps">How to do it.</param>
public sealed record Experiment(string Name, string Title, string Steps)
{
    /// <summary>Where to go for it: the host's name and its path.</summary>
    public (string Host, string Path) Door { get; init; } = ("shop", "/");

    /// <summary>Whether the address has to be carried elsewhere by hand: into a private window, into another browser.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>The event from which on the trying counts; null where it counts from the start.</summary>
    public Func<LabEvent, bool>? Begins { get; init; }

    /// <summary>Which hits count, given whether their browser was seen before the start; null where all do.</summary>
    public Func<Hit, bool, bool>? Counts { get; init; }

    /// <summary>What shows that the thing was done, also where no hit came; null where opening any page does.</summary>
    public Func<LabEvent, bool>? Done { get; init; }
}

/// <summary>The things to try, in the order of the evidence table.</summary>
public static class Experiments
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Experiment> All =
    [
        new("come_back", "Come back later", "Close the shop’s tab, wait a little, and open it again in the same browser."),
        new("clear_cookies", "Clear the cookies", "Clear the cookies of these sites in your browser, or with the lab’s switch. Then open the shop again.")
        {
            Door = ("lab", "/switches"),
        },
        new("private_window", "Use a private window", "Open a private (incognito) window, paste the address below into it, and look around in the shop.")
        {
            IsElsewhere = true,
        },
        new("another_browser", "Use another browser", "Paste the address below into a different browser on this machine.")
        {
            IsElsewhere = true,
            Counts = (_, wasSeenBefore) => !wasSeenBefore,
        },
        new("refuse_third_party", "Refuse third-party cookies", "Block third-party cookies in your browser’s settings. Then open a page of the shop and one of the newspaper."),
        new("blocker", "Use a blocker", "Switch on the lab’s blocker, or your own. Then open the shop again.") { Door = ("lab", "/switches") },
        new("mail_images_off", "Open mail without images", "In the inbox, choose the mail program that asks before it loads images. Then open a message.")
        {
            Door = ("mail", "/"),
            Counts = (hit, _) => hit.Vendor == PostboxWire.VendorName,
            Done = labEvent => labEvent is MailHandled { What: "opened" } opened && opened.Client == MailClients.Ask.Name,
        },
        new("log_in", "Log in", "Log in at the shop as one of the invented people. Best where you are a stranger: in a private window or another browser, after you have logged in here once.")
        {
            Door = ("shop", "/account"),
            IsElsewhere = true,
            Begins = labEvent => labEvent is AccountUsed { Action: "log_in" },
        },
        new("email_click", "Click in an email", "Open a message in the inbox and follow one of its links into the shop.")
        {
            Door = ("mail", "/"),
            Begins = labEvent => labEvent is Hit hit && VendorBook.EventOf(hit) == VendorEvents.EmailClick,
        },
    ];

    /// <summary>The experiment of that name, or null.</summary>
    public static Experiment? Find(string name) => All.FirstOrDefault(experiment => experiment.Name == name);
}
