namespace ChatHelper.Papers;

/// <summary>A file as it leaves.</summary>
/// <param name="Name">File name without folder.</param>
/// <param name="Mime">Media type.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="Remark">What the person must know about it; empty for nothing.</param>
internal sealed record MadeFile(string Name, string Mime, byte[] Bytes, string Remark = "");
