using NewsPlatform.Standalone;

return await StandaloneCommand.RunAsync(args);
