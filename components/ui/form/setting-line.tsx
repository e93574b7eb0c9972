"use client";

import { Text } from "@bigcommerce/big-design";
import styled from "styled-components";
import { KeeperSwitch } from "./setting-switch.tsx";

const Line = styled.div`
  align-items: start;
  display: flex;
  gap: 12px;
  > :first-child {
    margin-top: 4px;
  }
`;

interface SettingLineProps {
  label: string;
  /** What holds now. */
  text: string;
  isOn: boolean;
  isDisabled: boolean;
  onChange: (isOn: boolean) => Promise<void>;
}

/** A switch with its name beside it, and what holds now below. */
export function SettingLine({ label, text, isOn, isDisabled, onChange }: SettingLineProps) {
  return (
    <Line>
      <KeeperSwitch isDisabled={isDisabled} isOn={isOn} label={label} onChange={onChange} />
      <div>
        <Text bold marginBottom="none">
          {label}
        </Text>
        <Text marginBottom="none">{text}</Text>
      </div>
    </Line>
  );
}
