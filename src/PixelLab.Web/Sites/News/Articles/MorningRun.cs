namespace PixelLab.Web.Sites.News.Articles;

internal static class MorningRun
{
    public static readonly Article Article = new()
    {
        Section = "sport",
        Slug = "ten-kilometres-before-breakfast",
        Headline = "Ten kilometres before breakfast, and nobody is counting",
        Standfirst = "Every Thursday at six, a group without a name runs to the lighthouse and back. The only rule is about the slowest.",
        Author = "Bela Stroud",
        PictureText = "Three runners on a coast path at sunrise, a lighthouse far ahead.",
        Body = """
            The first thing you learn is that there is no list. You do not sign up, there is no captain, and nobody
            will write down how fast you were. At six o’clock on a Thursday some people stand under the clock at the
            fish hall. At one minute past six they run.

            The way goes over the swing bridge, if it is closed, along the sea wall, up through the gorse and out to the
            lighthouse, five kilometres in all. There everybody touches the door. Then it is five kilometres back, with
            the sun in your face from April and with a torch in your hand until March.

            # The rule

            There is one rule, and it is painted on the door of the lighthouse in letters that are older than anybody in
            the group: THE LAST ONE DECIDES WHEN WE GO. Whoever gets there first has the longest rest. Whoever gets there
            last may say “now”, or may sit down on the step, look at the water for a while, and say nothing at all.

            “In my first week I sat for twenty minutes,” says Nuria Falk, who began to run at fifty-eight. “There was a
            teacher with us who had a lesson at eight. He said not one word. He stretched. The next Thursday I sat for
            nineteen.” These days she is often among the first, and has the rest of it.

            # What to put on your feet

            Newcomers ask about shoes. The path is stone, then grass, then something that is mud for ten months of the
            year, and the group has as many opinions as feet. Old road shoes are fine for a start, says Falk, as long as
            you walk the piece below the gorse. After that, something with a bit of grip will save you a wet trouser
            leg. She had hers resoled twice and would not swap them for anything.

            Nobody knows who started it. The harbour office has a photograph from 1961 with seven people in woollen
            jumpers in front of the same door, and the last of them, plainly, is not ready yet.

            You are welcome next Thursday. Bring a torch. If you are slow, so much the better: somebody has to be in
            charge.
            """,
        Letters =
        [
            new("Ottilie Marsh, Lamp Street", "I am the woman on the left in the photograph of 1961. We were waiting for my sister. We are still waiting for her, wherever we go."),
            new("P. Anselm", "Five kilometres there and five kilometres back is ten. But the way back, into the wind, is at least seven. Please correct this."),
            new("The lighthouse keeper", "Kindly touch the door with a dry hand. I paint it every spring."),
        ],
    };
}
