namespace PixelLab.Core.People.Mail;

/// <summary>The mailings of the invented senders.</summary>
public static class Mailings
{
    /// <summary>All of them, in the order in which they arrive.</summary>
    public static readonly IReadOnlyList<Mailing> All =
    [
        new()
        {
            Campaign = "newsletter",
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

    /// <summary>The mailing of that name, or null.</summary>
    public static Mailing? Find(string? campaign) => All.FirstOrDefault(mailing => mailing.Campaign == campaign);
}
