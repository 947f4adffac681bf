namespace NewsPlatform.Ingestion.LimitIntake;

/// <summary>Registers what bounds the intake.</summary>
internal static class LimitIntakeRegistration
{
    public static void AddIntakeLimits(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DataDisk>();
        builder.Services.AddSingleton<IntakeGauge>();
        builder.Services.AddSingleton<PushAdmission>();
        builder.Services.AddHostedService<IntakeGaugeService>();
    }
}
