namespace PixelLab.Core.Lenses;

/// <summary>One thing a person can do to see who still recognises them.</summary>
/// <param name="Name">Its name in events and addresses.</param>
/// <param name="Title">What to do, in a few words.</param>
/// <param name="Steps">How to do it.</param>
public sealed record Experiment(string Name, string Title, string Steps);

/// <summary>The things to try, in the order of the evidence table.</summary>
public static class Experiments
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Experiment> All =
    [
        new("come_back", "Come back later", "Close the site’s tab, wait a little, and open it again in the same browser."),
        new("clear_cookies", "Clear your cookies", "Clear the cookies of these sites in your browser or with the lab’s switch, then open the shop again."),
        new("private_window", "Use a private window", "Open a private or incognito window and visit the shop there, with the address that the lab shows."),
        new("another_browser", "Use another browser", "Open the address that the lab shows in a different browser on the same machine."),
        new("refuse_third_party", "Refuse third-party cookies", "Block third-party cookies in your browser’s settings, then open a page of the shop and one of the newspaper."),
        new("blocker", "Use a blocker", "Switch on the lab’s blocker, or your own, and open the shop again."),
        new("mail_images_off", "Open mail without images", "Set the inbox to ask before it loads images, then open a message."),
        new("log_in", "Log in", "Log in at the shop as one of the invented people, as you did before in another browser or window."),
        new("email_click", "Click in an email", "Open a message in the inbox and follow one of its links."),
    ];

    /// <summary>The experiment of that name, or null.</summary>
    public static Experiment? Find(string name) => All.FirstOrDefault(experiment => experiment.Name == name);
}
