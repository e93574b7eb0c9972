import styled from "styled-components";

/** A row of a list that tells what it is about in a heading, with `RowWords` and buttons beside each other where there is room. */
export const HeadedRow = styled.li`
  align-items: start;
  display: flex;
  flex-wrap: wrap;
  gap: 8px 16px;
  justify-content: space-between;
  h3 {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    font-size: 16px;
    font-weight: 600;
    gap: 4px 8px;
    line-height: 24px;
    margin: 0 0 4px;
    overflow-wrap: anywhere;
  }
`;

/** What a row says; it takes the room that the buttons leave. */
export const RowWords = styled.div`
  flex: 1 1 320px;
  min-width: 0;
`;
