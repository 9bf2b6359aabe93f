using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ChatHelper.Benchmarks;

// turn: the pure turn. audit: following the audit log. Everything else runs the whole worker against the fake Bot API in a second process.
return args switch
{
    ["turn", ..] => Turn(),
    ["worker", .. var rest] => await WorkerRuns.Run(rest),
    ["wechat", .. var rest] => await WeChatRuns.Run(rest),
    ["audit", .. var rest] => AuditRuns.Run(rest),
    ["start", .. var rest] => await StartRuns.Run(rest),
    ["flood", .. var rest] => await FloodRuns.Run(rest),
    _ => Usage(),
};

static int Turn()
{
    BenchmarkRunner.Run([typeof(PureTurn), typeof(PureTurnOfChina)], ManualConfig.Create(DefaultConfig.Instance)
        .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("turn | audit [--entries N] | worker [--mode polling|webhook] [--chats N] [--seconds N] [--api-delay MS] [--fsync-delay MS] | wechat [--chats N] [--seconds N] | start [--conversations N] | flood [--mode M] [--per-second N] [--seconds N]");
    return 1;
}
