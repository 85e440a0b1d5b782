namespace PixelLab.Web.Sites.News.Articles;

internal static class SwingBridge
{
    public static readonly Article Article = new()
    {
        Section = "town",
        Slug = "the-bridge-that-waits",
        Headline = "The bridge that waits for nobody is learning to wait",
        Standfirst = "For ninety years the swing bridge opened when the tide said so. From Monday it asks the school bus first.",
        Author = "Maren Oltmann",
        PictureText = "An iron bridge turned open over the harbour mouth, with a small red boat passing through.",
        Body = """
            At eleven minutes past seven the bell rings, the barriers come down, and Pell Harbour is two towns. On one
            side stand the people who want to go to work. On the other side stand the people who have just come from
            it. Between them, slowly and without a word of apology, turns the bridge.

            It has done so since 1934. The man who built it, so the story goes, was asked how long the road would be
            closed each time. “As long as it takes,” he said, and nobody ever got a better answer. On a good day it
            takes nine minutes. On the day of the herring fair it once took an hour and a quarter, and a wedding was
            held at the barrier because the guests were all there already.

            # A timetable in three colours

            From Monday there is a plan. Ilse Brandvoll, who has kept the bridge for twenty-six years, and Tomas Rede,
            who drives the number 4 bus, have spent the winter with a roll of paper, three coloured pencils and the
            tide tables. Blue is for boats that cannot wait, because the water would leave without them. Red is for
            the bus with the schoolchildren. Green is for everybody else.

            “We found that blue and red hardly ever want the same minute,” says Brandvoll. “In a whole year it happens
            nineteen times. The other arguments we have had all these years were about nothing.” Rede nods. He was late
            for eleven of those arguments himself.

            The plan needs no new machine and costs the town the price of the pencils. The bridge will open up to six
            minutes later than the tide would like, or four minutes earlier. Pleasure boats without a deadline of their
            own are asked to wait for a green slot, and may buy a cup of tea at the keeper’s window in the meantime.

            # What the children say

            Not everybody is pleased. At the stop by the fish hall, where the number 4 fills up each morning, the news
            was taken badly. “The bridge was our best excuse,” says Jonna, who is eleven. “It was always true, and
            nobody could be cross.” Her brother has already worked out when the nineteen days are. He will not tell us,
            and he has asked us not to look it up.

            The first day under the new plan is Monday. High water is at 7.14. The bus leaves at 7.09. Ilse Brandvoll
            will be at her window at half past six, as on every day, with a green pencil behind her ear.
            """,
        Letters =
        [
            new("Hedda Quill, Upper Quay", "I met my husband at that barrier in 1988. We had nine minutes, and they were enough. I hope the green slots are long ones."),
            new("A. Torvald, skipper of the Petrel", "Six minutes is fine by me. In forty years the tide has never once thanked me for being early."),
            new("Class 5b", "We have counted the pencils in the picture at the keeper’s window. There are four. What is the yellow one for?"),
        ],
    };
}
