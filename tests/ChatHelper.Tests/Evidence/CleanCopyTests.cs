using System.Text;
using ChatHelper.Evidence;

namespace ChatHelper.Tests.Evidence;

public sealed class CleanCopyTests
{
    private const string Secret = "GPS 31.8612N 117.2857E";

    private static byte[] Said(string text) => Encoding.ASCII.GetBytes(text);

    [Fact]
    public void Of_a_jpeg_nothing_stays_but_the_picture_and_its_pixels_are_the_same()
    {
        var bare = Pictures.Jpeg(Pictures.Jfif());
        var copy = CleanCopy.Of(Pictures.Jpeg(
            Pictures.Jfif([1, 2, 3]), Pictures.Exif(1, Secret), Pictures.Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Said(Secret)]),
            Pictures.Segment(0xE2, [.. "ICC_PROFILE\0"u8, .. Said(Secret)]), Pictures.Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Said(Secret)]),
            Pictures.Segment(0xEF, Said(Secret)), Pictures.Segment(0xFE, Said(Secret))), FileKind.Jpeg)!;

        Assert.Equal(bare, copy);
        Assert.True(copy.AsSpan().IndexOf(Pictures.Pixels) > 0);
    }

    [Fact]
    public void Which_way_up_a_photo_is_held_stays_alone_of_its_notes()
    {
        var copy = CleanCopy.Of(Pictures.Jpeg(Pictures.Exif(6, Secret)), FileKind.Jpeg)!;

        Assert.Equal(Pictures.Jpeg(Turned.Alone(6)), copy);
        Assert.Equal((byte)6, Turned.Of(Turned.Alone(6)));
        Assert.DoesNotContain("ACME", Encoding.Latin1.GetString(copy), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0xFE)]
    [InlineData(0xFF)]
    public void Notes_that_point_far_behind_the_end_say_nothing(byte last)
    {
        var notes = Pictures.Exif(6, Secret);
        notes.AsSpan(14, 4).Fill(0xFF);
        notes[14] = last;

        Assert.Null(Turned.Of(notes));
        Assert.Equal(Pictures.Jpeg(), CleanCopy.Of(Pictures.Jpeg(notes), FileKind.Jpeg));
    }

    [Fact]
    public void How_colours_are_coded_stays_and_what_follows_the_end_goes()
    {
        var adobe = Pictures.Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1]);
        var copy = CleanCopy.Of([.. Pictures.Jpeg(adobe), .. Said(Secret)], FileKind.Jpeg);

        Assert.Equal(Pictures.Jpeg(adobe), copy);
    }

    [Fact]
    public void Of_a_png_only_the_chunks_that_make_the_picture_stay()
    {
        var gamma = Pictures.Chunk("gAMA", [0, 0, 0xB1, 0x8F]);
        var copy = CleanCopy.Of(
            [.. Pictures.Png(gamma, Pictures.Chunk("tEXt", Said(Secret)), Pictures.Chunk("eXIf", Said(Secret)), Pictures.Chunk("tIME", [1, 2, 3, 4, 5, 6, 7]), Pictures.Chunk("iCCP", Said(Secret))), .. Said(Secret)],
            FileKind.Png);

        Assert.Equal(Pictures.Png(gamma), copy);
    }

    [Fact]
    public void Of_a_webp_the_notes_go_and_its_head_no_longer_names_them()
    {
        var pixels = Pictures.RiffChunk("VP8 ", Pictures.Pixels);
        var copy = CleanCopy.Of(
            Pictures.Webp(Pictures.RiffChunk("VP8X", [0x3E, 0, 0, 0, 0, 0, 0, 0, 0, 0]), Pictures.RiffChunk("ICCP", Said(Secret)), pixels, Pictures.RiffChunk("EXIF", Said(Secret)), Pictures.RiffChunk("XMP ", Said(Secret))),
            FileKind.Webp);

        Assert.Equal(Pictures.Webp(Pictures.RiffChunk("VP8X", [0x12, 0, 0, 0, 0, 0, 0, 0, 0, 0]), pixels), copy);
    }

    [Fact]
    public void A_picture_that_is_cut_off_gets_no_copy_and_no_cut_makes_it_fail()
    {
        foreach (var (whole, mime) in new[] { (Pictures.Jpeg(Pictures.Exif(6, Secret)), FileKind.Jpeg), (Pictures.Png(), FileKind.Png), (Pictures.Webp(Pictures.RiffChunk("VP8 ", Pictures.Pixels)), FileKind.Webp) })
        {
            for (var length = 12; length < whole.Length; length++)
            {
                Assert.Null(CleanCopy.Of(whole.AsSpan(0, length), mime) is { } copy && copy.AsSpan().IndexOf(Said(Secret)) >= 0 ? copy : null);
                Assert.False(PictureEnd.HidesAnother(whole.AsSpan(0, length), mime));
            }
        }
    }

    [Theory]
    [InlineData("image/gif")]
    [InlineData("image/heic")]
    [InlineData("application/pdf")]
    [InlineData("audio/ogg")]
    [InlineData("video/mp4")]
    public void Of_other_kinds_no_copy_is_made(string mime) => Assert.Null(CleanCopy.Of(Pictures.Jpeg(), mime));
}
