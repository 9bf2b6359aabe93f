namespace ChatHelper.Benchmarks;

internal static class WorkerRuns
{
    public static Task<int> Run(string[] args) => Task.FromResult(args.Length);
}
