"use client";

import { Input } from "@bigcommerce/big-design";
import { useStore } from "#components/shell/store-context.tsx";
import { Choice } from "#components/ui/form/choice.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import * as englishWebhookDetails from "#lib/messages/en/webhook-details.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useChannels } from "#lib/client/api/use-channels.ts";

/** Which channel the event types of single channels stand for: by name where the store granted that, else by its ID. */
export function ChannelField({
  channel,
  onChannel,
}: {
  channel: string;
  onChannel: (channelId: string) => void;
}) {
  const { DETAILS } = useWords(englishWebhookDetails);
  const { store } = useStore();
  const { data, error } = useChannels(store);
  if (!data && error === undefined) return <Placeholder $height="84px" />;
  const channels = data?.channels ?? null;
  if (channels === null || channels.length === 0) {
    return (
      <Input
        description={DETAILS.channelText}
        inputMode="numeric"
        label={DETAILS.channel}
        onChange={(event) => onChannel(event.target.value.replace(/\D/g, "").slice(0, 9))}
        value={channel}
      />
    );
  }
  const options = channels.map(({ id, name }) => ({
    value: id,
    label: name === null ? DETAILS.channelOther(id) : DETAILS.channelName(name, id),
  }));
  const isListed = channels.some(({ id }) => id === channel);
  return (
    <>
      <Choice
        label={DETAILS.channelPick}
        onChange={onChannel}
        options={isListed ? options : [{ value: channel, label: DETAILS.channelOther(channel) }, ...options]}
        value={channel}
      />
      {data?.unreadable !== undefined && <p>{DETAILS.channelsUnreadable(data.unreadable)}</p>}
    </>
  );
}
