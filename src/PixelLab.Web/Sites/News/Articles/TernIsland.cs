namespace PixelLab.Web.Sites.News.Articles;

internal static class TernIsland
{
    public static readonly Article Article = new()
    {
        Section = "nature",
        Slug = "the-island-that-is-let-each-summer",
        Headline = "The island that is let each summer, to birds",
        IsForReaders = true,
        Standfirst = "From May to August nobody may set foot on Little Skerry. A retired postman makes sure of it, from a folding chair.",
        Author = "Sunniva Achterberg",
        PictureText = "White terns over a low green island, a folding chair on the shore in front.",
        Body = """
            Little Skerry is two hundred metres long, has no tree, no house and no spring, and for nine months of the year
            nobody wants it. Then, in the first week of May, four thousand tenants arrive on the same evening, all of
            them shouting.

            They are Arctic terns, each of them as heavy as a bar of chocolate, and they have come from the other end
            of the world. No animal sees more daylight in its life: they leave one summer to be in time for the next.
            For three of those months they live on Little Skerry, in nests that are hardly more than a thought in the
            gravel.

            # The warden in the chair

            That is why Elias Thorne sits on the beach across the water. He delivered the post in Pell Harbour for
            forty-one years, and he knows, he says, how to tell people politely that they are at the wrong address. When
            a boat turns towards the island he stands up, and waves a red flag, once. Most turn away. For those who do
            not, he has a second flag with the word PLEASE on it, which his granddaughter sewed.

            He has needed it six times in eight years. “People are not bad,” says Thorne. “They have only not been told
            yet.” Between boats he counts. A steady click comes from the little counter in his pocket, one for each bird
            that comes in with a fish. On a good day he gets past three thousand before his sandwich.

            # More than last year

            This year’s number is a good one. The volunteers who count the nests from a drone, high up and before the eggs
            are laid, found 1,962 of them, the most since anybody began to count. Nobody is quite sure why. The
            sand eels came early, the foxes stayed on their side, and there was no storm in June. Thorne thinks that it
            has simply got about. “They talk,” he says. “You can hear them.”

            In the last days of August it goes quiet from one hour to the next. The whole island lifts, turns once over
            the harbour and is gone. Thorne folds up his chair, rows across, and walks round the island to see that
            everything was left in order. It always was, he says. They are the best tenants one could wish for, apart
            from the noise.
            """,
        Letters =
        [
            new("Rufus Ingram, Sea Wall Road", "I was one of the six. I had not been told yet. I now bring Mr Thorne his newspaper on Sundays."),
            new("Noor, aged 9", "If they see the most daylight, do they ever see stars? Please ask Mr Thorne."),
            new("E. Thorne", "Dear Noor, once, I think, over the sea, half way. It must be a surprise for them every time."),
        ],
    };
}
