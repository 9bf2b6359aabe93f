namespace ChatHelper.Benchmarks;

internal static class StartRuns
{
    public static Task<int> Run(string[] args) => Task.FromResult(args.Length);
}
