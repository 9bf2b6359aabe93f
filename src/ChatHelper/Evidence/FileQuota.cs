using ChatHelper.Limits;
using ChatHelper.Storage;

namespace ChatHelper.Evidence;

/// <summary>Whether a person may leave one more file here: their share, their day, and the room on the disk.</summary>
internal sealed class FileQuota(LimitOptions limits, Writer writer, Watermark disk, TimeProvider clock)
{
    private long _refused;

    /// <summary>Files that were refused for want of room.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Why a file is not kept, as its kind; null when it may be.</summary>
    /// <param name="size">Bytes; 0 while they are not known.</param>
    public async Task<string?> Refusal(long person, long size)
    {
        var why = disk.Level != DiskLevel.Fine ? "refused-space" : await Full(person, size);
        if (why is not null)
        {
            Interlocked.Increment(ref _refused);
        }

        return why;
    }

    private async Task<string?> Full(long person, long size)
    {
        var since = clock.GetUtcNow().AddDays(-1).ToUnixTimeMilliseconds();
        var (files, bytes, lately) = await writer.Write(null, session => FileStore.Share(session, person, since));
        return files >= limits.Files || bytes + size > limits.FileBytes ? "refused-quota"
            : lately >= limits.FilesADay ? "refused-today"
            : null;
    }
}
