FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/ChatHelper -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
COPY dialogs ./dialogs
# The data folder holds the database and the keys; give the keys a volume of their own if you can.
RUN mkdir /data && chown app:app /data
ENV CHATHELPER_DATA=/data CHATHELPER_DIALOGS=/app/dialogs CHATHELPER_URL=http://0.0.0.0:8080 DOTNET_DbgEnableMiniDump=0
VOLUME /data
EXPOSE 8080
USER app
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s CMD ["dotnet", "ChatHelper.dll", "health"]
ENTRYPOINT ["dotnet", "ChatHelper.dll"]
