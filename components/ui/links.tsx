"use client";

import NextLink from "next/link";
import styled, { css } from "styled-components";
import { linkLook } from "./external-link.tsx";

/** A link to a page of ours, in running text. */
export const TextLink = styled(NextLink)`
  ${linkLook}
  padding-block: 4px;
`;

const buttonLike = css<{ $isPrimary?: boolean }>`
  align-items: center;
  background-color: ${({ theme, $isPrimary }) => ($isPrimary ? theme.colors.primary : "transparent")};
  border: 1px solid ${({ theme }) => theme.colors.primary};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  box-sizing: border-box;
  color: ${({ theme, $isPrimary }) => ($isPrimary ? theme.colors.white : theme.colors.primary)};
  display: inline-flex;
  font-weight: ${({ theme, $isPrimary }) => ($isPrimary ? theme.typography.fontWeight.semiBold : "inherit")};
  min-height: 36px;
  padding: 0 16px;
  text-decoration: none;
  white-space: nowrap;
  &:hover {
    background-color: ${({ theme, $isPrimary }) => ($isPrimary ? theme.colors.primary50 : theme.colors.primary10)};
    color: ${({ theme, $isPrimary }) => ($isPrimary ? theme.colors.white : theme.colors.primary60)};
  }
`;

/** A page of ours behind something that looks like a button. */
export const ButtonLink = styled(NextLink)<{ $isPrimary?: boolean }>`
  ${buttonLike}
`;

/** An address outside of ours that replaces the whole window, such as the control panel's page of this app. */
export const TopWindowLink = styled.a.attrs({ target: "_top" })<{ $isPrimary?: boolean }>`
  ${buttonLike}
`;
