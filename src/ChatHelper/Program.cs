using ChatHelper.Commands;

return await CommandLine.Run(args);
