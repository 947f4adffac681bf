using NewsPlatform.Standalone;

return await StandaloneCommand.Create().Parse(args).InvokeAsync();
