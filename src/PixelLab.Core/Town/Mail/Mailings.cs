namespace PixelLab.Core.Town.Mail;

/// <summary>The mailings of the invented senders.</summary>
public static class Mailings
{
    /// <summary>What lies in an inbox that is opened for the first time, in the order in which it arrived.</summary>
    public static readonly IReadOnlyList<Mailing> First =
    [
        new()
        {
            Campaign = "newsletter",
            Site = "news",
            Sender = "The Harbour Post",
            SenderAddress = "letter@harbour-post.example",
            Subject = "Five things before the ferry, {0}",
            Headline = "Good morning from the harbour",
            Paragraphs =
            [
                "Good morning, {0}. The wind is light, the bridge is in a good mood, and the first ferry leaves at ten past seven.",
                "In today’s letter: why the swing bridge is learning to wait, where to run before breakfast, and a bakery that opens at four for people who have not gone to bed.",
                "If you read one thing today, read the story of the bridge. It has opened for ships for ninety years. From Monday it asks the school bus first.",
            ],
            Links =
            [
                new("Read about the bridge", "news", "/town/the-bridge-that-waits"),
                new("Ten kilometres before breakfast", "news", "/sport/ten-kilometres-before-breakfast"),
                new("All of today’s paper", "news", "/"),
            ],
            Colour = "#1d3a57",
        },
        new()
        {
            Campaign = "sale",
            Site = "shop",
            Sender = "Fernweh Outdoor",
            SenderAddress = "hello@fernweh.example",
            Subject = "{0}, your shoes have been waiting for autumn",
            Headline = "A fifth off everything that runs",
            Paragraphs =
            [
                "Hello {0}, the leaves are down and the paths are soft. It is the best time of the year for shoes with a good grip.",
                "Until Sunday every trail shoe is a fifth cheaper. Our most-loved pair, the Trail Runner 2, has more room for the toes this year.",
            ],
            Products = [3, 1],
            Links =
            [
                new("See the Trail Runner 2", "shop", "/shoes/3"),
                new("All shoes", "shop", "/shoes"),
            ],
            Colour = "#1f4a3f",
        },
        new()
        {
            Campaign = "followup",
            Site = "shop",
            IsTransactional = true,
            Sender = "Jule from Fernweh Outdoor",
            SenderAddress = "jule@fernweh.example",
            Subject = "Did everything fit, {0}?",
            Headline = "A short question",
            Paragraphs =
            [
                "Dear {0}, you looked around our shop the other day, and I wanted to ask whether you found what you were looking for.",
                "If something did not fit, send it back within sixty days. If something broke, we mend it. You can simply answer this message; I read every one.",
                "Warm regards, Jule",
            ],
            Links = [new("Back to the shop", "shop", "/")],
            Colour = "#7a4a21",
        },
    ];

    /// <summary>What a site sends to somebody who has just signed up.</summary>
    private static readonly IReadOnlyList<Mailing> Welcomes =
    [
        new()
        {
            Campaign = "welcome-news",
            Site = "news",
            Sender = "The Harbour Post",
            SenderAddress = "letter@harbour-post.example",
            Subject = "Welcome aboard, {0}",
            Headline = "You can read everything now",
            Paragraphs =
            [
                "Welcome, {0}. Every story in the Harbour Post is open to you from today, also those that used to end after a few lines.",
                "Twice a week we send you a letter like this one. It tells us whether you opened it and what you followed, so that we know what to write more of.",
                "Begin with the bakery that opens when others sleep.",
            ],
            Links =
            [
                new("Bread at three in the morning", "news", "/food/bread-at-three-in-the-morning"),
                new("All of today’s paper", "news", "/"),
            ],
            Colour = "#1d3a57",
        },
        new()
        {
            Campaign = "welcome-shop",
            Site = "shop",
            Sender = "Fernweh Outdoor",
            SenderAddress = "hello@fernweh.example",
            Subject = "Good to have you, {0}",
            Headline = "The first letter is the shortest",
            Paragraphs =
            [
                "Hello {0}, thank you for signing up. Once a week we write about paths, repairs and what has just come in.",
                "Until the next letter, here is the jacket that our workshop mends least often.",
            ],
            Products = [5],
            Links =
            [
                new("See the jacket", "shop", "/jackets/5"),
                new("All departments", "shop", "/"),
            ],
            Colour = "#1f4a3f",
        },
    ];

    /// <summary>The mailing of that name, or null.</summary>
    public static Mailing? Find(string? campaign) =>
        First.Concat(Welcomes).FirstOrDefault(mailing => mailing.Campaign == campaign);

    /// <summary>What a site sends to somebody who has just signed up, or null for a site that has no list.</summary>
    public static Mailing? Welcome(string site) => Welcomes.FirstOrDefault(mailing => mailing.Site == site);
}
